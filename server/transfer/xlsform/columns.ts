// The header rows of XLSForm (https://xlsform.org/en/ref-table/), with the spellings that KoBo, ODK and SurveyCTO take.

export interface Column {
  /** As XLSForm calls it, in lower case with _ between words. */
  name: string;
  /** As written: `Svenska (sv)`; undefined without `::`. */
  language: string | undefined;
  header: string;
}

const aliases: Readonly<Record<string, string>> = {
  caption: 'label',
  command: 'type',
  tag: 'name',
  value: 'name',
  list: 'list_name',
  relevance: 'relevant',
  readonly: 'read_only',
  skippable: 'required',
  constraint_msg: 'constraint_message',
  required_msg: 'required_message',
  calculate: 'calculation',
};
/** These have a column for each language. */
const texts: readonly string[] = ['label', 'hint', 'guidance_hint', 'constraint_message', 'required_message'];
const prefixes: readonly string[] = ['bind', 'control', 'body', 'instance', 'media'];

/** @param isChoices of the sheet choices, where `value` is another word for name */
export function parseHeader(header: string, isChoices: boolean): Column {
  const [first = '', ...rest] = header.split(/::?/).map((part) => part.trim());
  const name = columnName(first, isChoices);
  if (prefixes.includes(name) && rest.length > 0)
    return { name: `${name}::${rest.map((part) => part.toLowerCase()).join('::')}`, language: undefined, header };
  const language = rest.join(':');
  return { name, language: texts.includes(name) && language !== '' ? language : undefined, header };
}

/** As a header writes it or, in a choice_filter, an expression. */
export function columnName(text: string, isChoices: boolean): string {
  const word = text.toLowerCase().replace(/[\s-]+/g, '_');
  if (!isChoices && (word === 'value' || word === 'list')) return word;
  return aliases[word] ?? word;
}
