import { notValid } from '../../problems.ts';

/** The whole file is refused. `detail` names the sheet or the cell, and what to do. @throws Problem `not-valid` */
export function refuse(code: string, detail: string): never {
  return notValid('file', code, detail);
}
