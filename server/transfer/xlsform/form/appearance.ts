import type { FormRow } from '../formSheet.ts';
import type { Remarks } from '../remarks.ts';

/** The words of a cell `appearance`; those that nothing asked for are told as not carried. */
export class Appearance {
  private readonly left: Set<string>;

  constructor(private readonly row: FormRow) {
    this.left = new Set(row.get('appearance').toLowerCase().split(/\s+/).filter(Boolean));
  }

  takes(...words: string[]): boolean {
    const found = words.filter((word) => this.left.has(word));
    for (const word of found) this.left.delete(word);
    return found.length > 0;
  }

  /** `columns-3`, `w2` */
  takesNumber(prefix: string): number | undefined {
    const word = [...this.left].find((each) => each.startsWith(prefix) && /^\d{1,2}$/.test(each.slice(prefix.length)));
    if (word !== undefined) this.left.delete(word);
    return word === undefined ? undefined : Number(word.slice(prefix.length));
  }

  remarkLeft(remarks: Remarks): void {
    if (this.left.size > 0)
      remarks.add(this.row.place('appearance'), [...this.left].join(' '), 'appearance', 'this look has no counterpart');
  }
}
