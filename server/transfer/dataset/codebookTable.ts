// The codebook of an export: a line a variable, then a line for each of its codes.
import type { Title } from '../codebook.ts';
import { notAskedText } from './csvText.ts';
import { missing } from './missing.ts';
import { type Cell, type Table, textVariable, type Variable } from './variable.ts';

const columns = ['file', 'column', 'version', 'kind', 'level', 'code', 'number', 'titleSv', 'titleEn', 'seriesBreaks'];

const notes: Title[] = [
  {
    sv: 'version är de versioner som ställer frågan. Svar från en version i seriesBreaks och senare är inte jämförbara med tidigare svar.',
    en: 'version names the versions that ask the question. Answers from a version in seriesBreaks on are not comparable with earlier ones.',
  },
  {
    sv: 'Nycklarna (person, enrolment, response) gäller inom just denna export: två exporter kan inte kopplas ihop med dem.',
    en: 'Keys (person, enrolment, response) hold within this export alone: two exports cannot be joined by them.',
  },
  {
    sv: `Tom cell: inte besvarad. ${notAskedText}: frågan ställdes inte. I SPSS ${missing.notAnswered.number} och ${missing.notAsked.number}.`,
    en: `Empty cell: not answered. ${notAskedText}: the question was not asked. In SPSS ${missing.notAnswered.number} and ${missing.notAsked.number}.`,
  },
  {
    sv: 'number är kodens tal i SPSS. Fritext kan ha uppgifter om personer: läs innan den förs vidare.',
    en: 'number stands for the code in SPSS. Free text may tell about people: read it before it is passed on.',
  },
];

/** A table as well, so that it is written in any format. */
export function codebookTable(tables: readonly Pick<Table, 'name' | 'variables'>[]): Table {
  const first = notes.map(({ sv, en }): Cell[] => ['', '', '', 'note', '', '', '', sv, en, '']);
  const lines = [...first, ...tables.flatMap((table) => table.variables.flatMap((each) => linesOf(table.name, each)))];
  return {
    ...{ name: 'codebook', label: { sv: 'Kodbok', en: 'Codebook' } },
    variables: columns.map((name) => textVariable(name, { sv: name })),
    async *rows() {
      yield lines;
    },
  };
}

function linesOf(file: string, { name, label, kind, level, codes, versions, breaks = [] }: Variable): Cell[][] {
  const version = versions.join(' ');
  const line = (type: string, code: string, number: number | '', title: Title) => {
    const texts = [title.sv ?? '', title.en ?? ''];
    return [file, name, version, type, level, code, number, ...texts, breaks.join(' ')];
  };
  return [line(kind, '', '', label), ...codes.map((each) => line('value', each.code, each.number, each.label))];
}
