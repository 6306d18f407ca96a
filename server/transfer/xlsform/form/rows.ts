// The sheet survey read once: which rows are questions, what they are called, what others may ask of them.
import type { FormRow, FormSheet } from '../formSheet.ts';
import { refuse } from '../refusal.ts';
import type { Place, Remarks } from '../remarks.ts';
import { NotTranslatable } from '../xpath/notTranslatable.ts';
import type { Subject } from '../xpath/subject.ts';
import type { ChoiceList } from './choices.ts';
import { LegalNames } from './names.ts';
import { parseType, type QuestionType, type RowType } from './types.ts';

export interface Asked {
  kind: 'question';
  row: FormRow;
  type: QuestionType;
  /** As our survey calls it. */
  name: string;
  /** What expressions know of it. */
  subject: Subject;
  list: ChoiceList | undefined;
  hasOther: boolean;
}
export type FormItem = Asked | { kind: 'begin' | 'end'; row: FormRow /** Of a repeat. */; repeat?: string };

/** Each question has its list as its own: a thousand questions with a thousand choices would be a million. */
const mostChoices = 40_000;

export class FormItems {
  readonly items: FormItem[] = [];
  /** A text says why a question cannot be asked about. */
  private readonly subjects = new Map<string, Subject | string>();
  /** What "other" stands for: XLSForm keeps it in a question of its own, SurveyJS beside the answer. */
  private readonly others = new Map<string, Subject>();
  private readonly names = new LegalNames();
  /** The repeat that is read, then the one whose questions are made. */
  within: string | undefined;
  /** Repeats inside it. */
  private deeper = 0;
  private choices = 0;

  constructor(
    private readonly sheet: FormSheet,
    private readonly lists: ReadonlyMap<string, ChoiceList>,
    private readonly remarks: Remarks,
  ) {
    for (const row of sheet.rows) if (!/^(yes|true)$/i.test(row.get('disabled'))) this.take(row);
    if (this.within !== undefined)
      refuse('unbalanced', `sheet "${sheet.name}": a "begin repeat" has no "end repeat"; add it`);
  }

  /** @throws NotTranslatable for a question that is not there, or was not taken in */
  getSubject(name: string): Subject {
    const subject = this.subjects.get(name) ?? this.others.get(name) ?? `there is no question \${${name}}`;
    if (typeof subject === 'string') throw new NotTranslatable(subject);
    if (subject.within !== undefined && subject.within !== this.within)
      throw new NotTranslatable(`\${${name}} is asked in a repeat, where it has several answers`);
    return subject;
  }

  /** Of a question or a group, by its name in our survey. */
  placeOf(name: string): Place {
    const item =
      this.items.find((each) => each.kind === 'question' && each.name === name) ??
      this.items.find((each) => each.kind === 'begin' && (each.repeat ?? each.row.get('name')) === name);
    return item?.row.place('name') ?? { sheet: this.sheet.name, row: this.sheet.headerRow, column: 'name' };
  }

  findName(name: string): string | undefined {
    const subject = this.subjects.get(name) ?? this.others.get(name);
    if (typeof subject !== 'object') return undefined;
    return subject.within === undefined || subject.within === this.within ? subject.name : undefined;
  }

  private take(row: FormRow): void {
    const type = parseType(row.get('type'), row.get('appearance'));
    if (row.get('type') === '') this.takeUntyped(row);
    else if (type.kind === 'left-out') this.leaveOut(row, type.code, type.reason);
    else if (type.kind === 'question') this.takeQuestion(row, type);
    else if (type.what === 'repeat' || this.deeper > 0) this.takeRepeat(row, type);
    else this.items.push({ kind: type.kind, row });
  }

  private takeUntyped(row: FormRow): void {
    if (row.get('name') !== '' || row.texts('label').size > 0)
      this.leaveOut(row, 'type', 'the row has no type; it is left out');
  }

  private takeRepeat(row: FormRow, { kind, what }: { kind: string; what: string }): void {
    if (what !== 'repeat') return;
    if (kind === 'begin') this.beginRepeat(row);
    else if (this.deeper > 0) this.deeper -= 1;
    else if (this.within === undefined)
      refuse(
        'unbalanced',
        `sheet "${row.sheet}", row ${row.row}: an "end repeat" has no "begin repeat"; delete the row`,
      );
    else {
      this.items.push({ kind: 'end', row, repeat: this.within });
      this.within = undefined;
    }
  }

  private beginRepeat(row: FormRow): void {
    const original = row.get('name');
    if (this.within === undefined) {
      this.within = this.names.take(original || 'repeat');
      this.items.push({ kind: 'begin', row, repeat: this.within });
      this.know(original, `\${${original}} is a repeat, and its entries are not counted here`);
    } else {
      this.deeper += 1;
      this.leaveOut(row, 'repeat', 'a repeat inside a repeat is not carried, nor what is in it');
    }
  }

  private takeQuestion(row: FormRow, type: RowType & { kind: 'question' }): void {
    const list = type.list === undefined ? undefined : this.lists.get(type.list);
    if (this.deeper > 0) this.leaveOut(row, 'repeat', 'it stands in a repeat inside a repeat and is left out with it');
    else if (this.within !== undefined && outside.includes(type.type))
      this.leaveOut(row, 'repeat', `a question of type ${type.type} cannot stand in a repeat; it is left out`);
    else if (type.list !== undefined && !list)
      this.leaveOut(row, 'choices', `the sheet choices has no list "${type.list}"; the question is left out`);
    else this.ask(row, type, list);
    this.choices += list?.choices.length ?? 0;
    if (this.choices > mostChoices)
      refuse(
        'too-large',
        `sheet "${row.sheet}", row ${row.row}: so far the questions have ${this.choices} choices together; at most ${mostChoices} are taken`,
      );
  }

  private ask(row: FormRow, { type, hasOther }: RowType & { kind: 'question' }, list: ChoiceList | undefined): void {
    const original = row.get('name');
    const name = this.names.take(original || type);
    if (original === '' && type !== 'note')
      this.remarks.add(row.place('name'), '', 'name', `the row has no name; it is called "${name}"`);
    else if (name !== original && original !== '')
      this.remarks.add(row.place('name'), original, 'name', `the name cannot be had here; it is called "${name}"`);
    const subject = subjectOf(name, type, list, this.within);
    this.items.push({ kind: 'question', row, type, name, subject, list, hasOther });
    this.know(original, type === 'note' ? `\${${original}} is a note and has no answer` : subject);
    if (hasOther)
      this.others.set(`${original}_other`, { ...within(subject), name: `${subject.name}-Comment`, kind: 'text' });
  }

  private know(original: string, subject: Subject | string): void {
    if (original === '') return;
    const isTaken = this.subjects.has(original);
    this.subjects.set(original, isTaken ? `\${${original}} names two questions` : subject);
  }

  private leaveOut(row: FormRow, code: Parameters<Remarks['add']>[2], reason: string): void {
    const [name, type] = [row.get('name'), row.get('type')];
    this.remarks.add(row.place('type'), name === '' ? type : `${type} (${name})`, code, reason);
    this.know(name, `\${${name}} was not taken in`);
  }
}

const kinds: Readonly<Record<QuestionType, Subject['kind']>> = {
  acknowledge: 'several',
  calculate: 'computed',
  date: 'moment',
  datetime: 'moment',
  decimal: 'number',
  integer: 'number',
  note: 'text',
  range: 'number',
  rank: 'several',
  select_multiple: 'several',
  select_one: 'one',
  signature: 'text',
  text: 'text',
  time: 'moment',
};

const within = ({ within: repeat }: Subject) => (repeat === undefined ? {} : { within: repeat });

/** Worked out or signed once, not in every entry. */
const outside: readonly QuestionType[] = ['calculate', 'signature'];

function subjectOf(
  name: string,
  type: QuestionType,
  list: ChoiceList | undefined,
  within: string | undefined,
): Subject {
  const codes = type === 'select_one' ? (list?.numbers ?? list?.codes) : list?.codes;
  const own = within === undefined ? { name } : { name: `panel.${name}`, within };
  return { ...own, kind: kinds[type], ...(codes && { codes }) };
}
