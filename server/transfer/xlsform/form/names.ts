import { checkNames } from '../../../domain/surveys/check/names.ts';
import { Problems } from '../../../domain/surveys/check/problem.ts';

const longest = 60;

/** Names that our surveys take, each once whatever its case. */
export class LegalNames {
  private readonly taken = new Set<string>();

  /** The name itself where it can be had, else one as near to it as may be. */
  take(wanted: string): string {
    const base = isLegal(wanted) ? wanted : mended(wanted);
    let name = base;
    for (let count = 2; this.taken.has(name.toLowerCase()); count++) name = `${base.slice(0, longest - 5)}_${count}`;
    this.taken.add(name.toLowerCase());
    return name;
  }
}

/** As the check of a survey judges it: form, and words that are taken by the background or the expressions. */
function isLegal(name: string): boolean {
  const problems = new Problems();
  checkNames([{ json: { name }, path: '', type: 'text', around: [], within: undefined }], problems);
  return problems.list.length === 0;
}

function mended(wanted: string): string {
  const plain = wanted
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_]+/g, '_')
    .slice(0, longest - 5);
  return /^[A-Za-z]/.test(plain) && isLegal(plain) ? plain : `q_${plain.replace(/^_+/, '')}`;
}
