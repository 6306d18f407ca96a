import { type FormSheet, readFormSheet, remarkColumns } from './formSheet.ts';
import { refuse } from './refusal.ts';
import type { RemarkCode, Remarks } from './remarks.ts';
import type { Workbook } from './workbook/workbook.ts';

export interface FormSheets {
  survey: FormSheet;
  choices: FormSheet | undefined;
  settings: FormSheet | undefined;
}

/** @throws Problem when the sheet survey is missing */
export function readSheets(workbook: Workbook): FormSheets {
  const survey = workbook.findSheet('survey');
  if (!survey) {
    const names = workbook.sheetNames.map((name) => `"${name}"`).join(', ');
    return refuse('missing-sheet', `there is no sheet "survey" among ${names}; an XLSForm has its questions there`);
  }
  const choices = workbook.findSheet('choices');
  const settings = workbook.findSheet('settings');
  return {
    survey: readFormSheet(survey, ['type', 'name']),
    choices: choices?.rows.length ? readFormSheet(choices, ['list_name', 'name']) : undefined,
    settings: settings && readFormSheet(settings, []),
  };
}

const understood = [
  ...[
    'type',
    'name',
    'label',
    'hint',
    'required',
    'required_message',
    'relevant',
    'constraint',
    'constraint_message',
    'repeat_count',
  ],
  ...['default', 'appearance', 'read_only', 'calculation', 'choice_filter', 'parameters', 'disabled'],
];
const isMedia = (name: string) => /^(media::)?(image|audio|video|big_image|big-image)\b/.test(name);

function reasonFor(name: string): [RemarkCode, string] {
  if (isMedia(name)) return ['column', 'pictures, sound and films are not carried'];
  if (name === 'guidance_hint') return ['column', 'guidance for interviewers is not carried'];
  return ['column', 'the column has no counterpart'];
}

/** Columns and sheets that nothing is made of. Further columns of the sheet choices serve choice_filter. */
export function remarkUnknown({ survey, choices }: FormSheets, workbook: Workbook, remarks: Remarks): void {
  remarkColumns(survey, understood, reasonFor, remarks);
  const plain = choices?.columns.map(({ name }) => name).filter((name) => !isMedia(name)) ?? [];
  if (choices) remarkColumns(choices, plain, reasonFor, remarks);
  for (const sheet of workbook.sheetNames.filter((name) => ['external_choices', 'entities', 'osm'].includes(name)))
    remarks.add({ sheet, row: 1, column: '' }, '', 'sheet', 'the sheet has no counterpart');
}
