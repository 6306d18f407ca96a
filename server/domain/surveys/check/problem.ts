/** What is wrong with a survey file, at which JSON path: `pages[0].elements[1].name`. Errors stop publishing, warnings do not. */
import { isJsonObject, type Json, listOf } from '../json.ts';

export interface DefinitionProblem {
  severity: 'error' | 'warning';
  path: string;
  code: string;
  message: string;
}

export class Problems {
  readonly list: DefinitionProblem[] = [];

  error(path: string, code: string, message: string): void {
    this.add('error', path, code, message);
  }

  warning(path: string, code: string, message: string): void {
    this.add('warning', path, code, message);
  }

  private add(severity: 'error' | 'warning', path: string, code: string, message: string): void {
    const isKnown = this.list.some((each) => each.path === path && each.code === code);
    if (!isKnown && this.list.length < 500) this.list.push({ severity, path, code, message });
  }
}

/** Says what is wrong with one property of something; with a code where it is not the usual one. */
export type Complain = (property: string, message: string, code?: string) => void;

export function join(path: string, step: string | number): string {
  if (typeof step === 'number') return `${path}[${step}]`;
  return path === '' ? step : `${path}.${step}`;
}

/** The objects of a list with their paths; plain entries are passed over. */
export function objectsAt(list: unknown, path: string): { json: Json; path: string }[] {
  return listOf(list).flatMap((json, at) => (isJsonObject(json) ? [{ json, path: join(path, at) }] : []));
}
