// An XLSForm workbook (KoBo, ODK, SurveyCTO) as one of our surveys, and a list of what could not be carried over.
import { questionsOf, type SurveyForm } from '../../domain/surveys/definition.ts';
import { readChoices } from './form/choices.ts';
import { Pages } from './form/pages.ts';
import { FormItems } from './form/rows.ts';
import { readSettings, type Settings } from './form/settings.ts';
import { settle } from './form/settle.ts';
import { Texts } from './form/texts.ts';
import { ownWords } from './form/words.ts';
import { refuse } from './refusal.ts';
import { type NotCarried, Remarks } from './remarks.ts';
import { readSheets, remarkUnknown } from './sheets.ts';
import { openWorkbook } from './workbook/workbook.ts';

/** As long as a draft may be. */
const longestSource = 5_000_000;

export interface ImportedForm {
  /** JSON of a survey that passes checkSource without errors. */
  source: string;
  notCarried: NotCarried[];
  /** Codes, Swedish first. */
  languages: string[];
  questions: number;
}

/** Stores nothing. @throws Problem `not-valid` for the field `file`, naming sheet or cell and what to do */
export function readXlsform(file: Buffer): ImportedForm {
  const workbook = openWorkbook(file);
  const sheets = readSheets(workbook);
  const remarks = new Remarks();
  const settings = readSettings(sheets.settings, remarks);
  remarkUnknown(sheets, workbook, remarks);
  const items = new FormItems(sheets.survey, readChoices(sheets.choices, remarks), remarks);
  const withTexts = sheets.choices ? [sheets.survey, sheets.choices] : [sheets.survey];
  const texts = new Texts(withTexts, settings.defaultLanguage, remarks, (name) => items.findName(name));
  const { pages } = new Pages(items.items, { items, texts, remarks }, sheets.survey.name);
  const survey = { ...headOf(settings, texts), anonymous: !remarkSignature(items, remarks), pages };
  const isEmpty = () => countQuestions(survey) === 0;
  if (isEmpty()) noQuestions(sheets.survey.name);
  settle(survey, (name) => items.placeOf(name), remarks);
  const source = JSON.stringify(survey, null, 2);
  if (source.length > longestSource)
    refuse(
      'too-large',
      `the survey would be ${source.length} characters; at most ${longestSource} are taken: split the form`,
    );
  return {
    source,
    notCarried: remarks.inOrder(),
    languages: texts.languages,
    questions: countQuestions(survey),
  };
}

/** What administrators write themselves stands there as a reminder. */
function headOf({ name, title }: Settings, { languages }: Texts) {
  const words = (which: Parameters<typeof ownWords>[0]) => ownWords(which, languages);
  return {
    name,
    version: 1,
    anonymous: true,
    locale: 'sv',
    title: title === '' ? words('title') : { sv: title },
    audience: 'participant',
    languages,
    machineTranslated: [],
    whoSees: words('whoSees'),
    information: words('information'),
    thanks: words('thanks'),
  };
}

/** Whoever signs is known. */
function remarkSignature({ items }: FormItems, remarks: Remarks): boolean {
  const signed = items.find((each) => each.kind === 'question' && each.type === 'signature');
  if (signed)
    remarks.add(signed.row.place('type'), 'signature', 'shown', 'since it is signed, the survey is not anonymous');
  return signed !== undefined;
}

const countQuestions = (survey: object): number =>
  questionsOf(survey as SurveyForm).filter(({ type }) => type !== 'html').length;

function noQuestions(sheet: string): never {
  return refuse('no-questions', `sheet "${sheet}": no row of it could be taken in as a question`);
}
