// The one report, from a snapshot and what an evaluator has written to it.
import { clean, fill, titleIn } from '../text/languages.ts';
import { type Block, heading, paragraphs, type ReportModel } from './blocks.ts';
import { glance } from './glance.ts';
import { goalSection } from './goal.ts';
import { type Making, making, type Source } from './making.ts';
import { methodSection } from './method.ts';
import { dayText, momentText } from './moments.ts';

export function reportModel(source: Source): ReportModel {
  const made = making(source);
  const { content, language, hash, text, texts } = made;
  const programme = titleIn(content.definition.title, language);
  const running = { programme, title: clean(content.title), date: dayText(content.createdAt), hash: hash.slice(0, 12) };
  return {
    language,
    title: `${programme}: ${clean(content.title)}`,
    author: clean(content.createdBy),
    createdAt: content.createdAt,
    running: fill(text.running, running),
    pageOf: text.page,
    blocks: [
      ...cover(made, programme),
      ...own(text.introduction, texts?.introduction, made),
      ...glance(made),
      ...content.definition.goals.flatMap((goal) => goalSection(goal, made)),
      ...own(text.reservations, texts?.reservations, made),
      ...own(text.closing, texts?.closing, made),
      ...methodSection(made),
    ],
  };
}

function cover({ content, hash, text }: Making, programme: string): Block[] {
  const { definition, minDays } = content;
  const period = { start: definition.start, end: definition.end ?? '' };
  const rows: [string, string][] = [
    [text.snapshot, clean(content.title)],
    [text.frozen, momentText(content.createdAt)],
    [text.frozenBy, clean(content.createdBy)],
    [text.counted, momentText(content.computedAt)],
    [text.period, fill(definition.end ? text.periodClosed : text.periodOpen, period)],
    ...(minDays === null ? [] : [[text.filter, fill(text.filterDays, { days: minDays })] satisfies [string, string]]),
    [text.hash, hash],
    [text.product, `Stegvis ${content.productVersion}`],
  ];
  return [
    heading(1, `${programme}: ${clean(content.title)}`),
    { kind: 'facts', rows: rows.map(([term, said]) => ({ term, cell: { text: said } })) },
  ];
}

/** A chapter of the evaluator's own, left out while it is empty. */
function own(title: string, written: string | undefined, { texts, language }: Making): Block[] {
  const other = texts && texts.language !== language ? texts.language : undefined;
  const said = paragraphs(clean(written ?? ''), other);
  return said.length > 0 ? [heading(2, title), ...said] : [];
}
