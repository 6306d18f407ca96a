/** What is wrong with a survey file, at which JSON path: `pages[0].elements[1].name`. Errors stop publishing, warnings do not. */
import { isJsonObject, type Json, listOf, shown } from '../json.ts';
import type { ProblemCode } from './problemCodes.ts';

export interface DefinitionProblem {
  severity: 'error' | 'warning';
  path: string;
  /** One of problemCodes, or survey-core's own. */
  code: string;
  message: string;
  /** Names, values and limits that it is about, for whoever says it in another language. */
  about?: string[];
}

export class Problems {
  readonly list: DefinitionProblem[] = [];

  error(path: string, code: ProblemCode, message: string, about?: readonly unknown[]): void {
    this.add('error', path, code, message, about);
  }

  warning(path: string, code: ProblemCode, message: string, about?: readonly unknown[]): void {
    this.add('warning', path, code, message, about);
  }

  /** What survey-core calls it. */
  foreign(path: string, type: string, message: string): void {
    this.add('error', path, type, message);
  }

  private add(
    severity: 'error' | 'warning',
    path: string,
    code: string,
    message: string,
    about: readonly unknown[] = [],
  ): void {
    const isKnown = this.list.some((each) => each.path === path && each.code === code);
    if (isKnown || this.list.length >= 500) return;
    this.list.push({ severity, path, code, message, ...(about.length > 0 && { about: about.map(shown) }) });
  }
}

/** Says what is wrong with one property of something; with a code where it is not the usual one. */
export type Complain = (property: string, message: string, code?: ProblemCode) => void;

export function join(path: string, step: string | number): string {
  if (typeof step === 'number') return `${path}[${step}]`;
  return path === '' ? step : `${path}.${step}`;
}

/** The objects of a list with their paths; plain entries are passed over. */
export function objectsAt(list: unknown, path: string): { json: Json; path: string }[] {
  return listOf(list).flatMap((json, at) => (isJsonObject(json) ? [{ json, path: join(path, at) }] : []));
}
