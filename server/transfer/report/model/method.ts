import type { ShownCount } from '../../../domain/snapshots/content.ts';
import { textIn } from '../../../domain/surveys/definition.ts';
import { clean, fill } from '../text/languages.ts';
import { type Block, heading } from './blocks.ts';
import type { Making } from './making.ts';
import { dayText } from './moments.ts';

/** How the figures came about, and what they rest on. */
export function methodSection(made: Making): Block[] {
  const { content, text } = made;
  const { below } = content.definition.suppression;
  const said = [
    fill(text.methodFrozen, { title: clean(content.title), date: dayText(content.createdAt) }),
    text.methodStatus,
    text.methodIntervals,
    fill(text.methodHidden, { highest: below - 1 }),
    text.methodRounding,
  ];
  return [
    heading(2, text.method, true),
    ...said.map((each) => ({ kind: 'paragraph', text: each, tone: 'plain' }) as const),
    heading(3, text.sources),
    rowsTable(made),
    ...(content.surveys.length > 0 ? [surveysTable(made)] : []),
  ];
}

function rowsTable(made: Making): Block {
  const { content, text, words } = made;
  const rowsText = ({ rows, fewerThan }: ShownCount) =>
    rows === null
      ? fill(text.fewerThan, { below: fewerThan ?? content.definition.suppression.below })
      : words.whole(rows);
  return {
    kind: 'table',
    caption: null,
    columns: [
      { title: text.source, width: 40, align: 'left' },
      { title: text.sourceRows, width: 15, align: 'right' },
    ],
    rows: content.rows.map((each) => [{ text: kindText(each, made) }, { text: rowsText(each) }]),
  };
}

function kindText({ kind, survey }: ShownCount, { content, text, language }: Making): string {
  const texts = {
    enrolments: text.rowsEnrolments,
    responses: text.rowsResponses,
    assessments: text.rowsAssessments,
    interventions: text.rowsInterventions,
    activities: text.rowsActivities,
    followUps: text.rowsFollowUps,
  };
  const definition = content.surveys.findLast((each) => each.name === survey)?.definition;
  return fill(texts[kind], { survey: textIn(definition?.title, language) ?? survey ?? '' });
}

function surveysTable({ content, text, language }: Making): Block {
  return {
    kind: 'table',
    caption: text.surveyVersions,
    columns: [
      { title: text.survey, width: 40, align: 'left' },
      { title: text.version, width: 12, align: 'right' },
      { title: text.published, width: 18, align: 'left' },
    ],
    rows: content.surveys.map(({ name, version, publishedAt, definition }) => [
      { text: clean(textIn(definition.title, language) ?? name) },
      { text: String(version) },
      { text: dayText(publishedAt) },
    ]),
  };
}
