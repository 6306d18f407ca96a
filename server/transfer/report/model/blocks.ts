// The report as blocks in reading order: what PDF and Word file are both made of, so that neither says less.
import type { Status } from '../../../domain/indicators/results.ts';
import type { Chart } from '../chart/chart.ts';
import type { Facts } from '../counted.ts';
import type { Language } from '../text/languages.ts';

/** With a status: its word beside its shape, in its colour. */
export interface Cell {
  text: string;
  status?: Status;
}
export interface Column {
  title: string;
  /** Of a hundred; columns that come to less make a narrower table. */
  width: number;
  align: 'left' | 'right';
}
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; newPage?: boolean }
  /** `language` where it is not the report's own: words that somebody has written. */
  | { kind: 'paragraph'; text: string; tone: 'plain' | 'quiet'; language?: Language }
  | { kind: 'list'; items: string[] }
  /** A term and what it says, row by row. */
  | { kind: 'facts'; rows: { term: string; cell: Cell }[] }
  /** The first cell of each row names it. `caption` is null where the heading above says it. */
  | { kind: 'table'; caption: string | null; columns: Column[]; rows: Cell[][] }
  | { kind: 'chart'; chart: Chart; alt: string };

export interface ReportModel {
  language: Language;
  title: string;
  author: string;
  createdAt: string;
  /** On each page: the snapshot's name. */
  running: string;
  /** With {page} and {pages}. */
  pageOf: string;
  blocks: Block[];
}

export const heading = (level: 1 | 2 | 3, text: string, newPage = false): Block => ({
  ...{ kind: 'heading', level, text },
  ...(newPage && { newPage }),
});
export const facts = (rows: Facts): Block => ({
  kind: 'facts',
  rows: rows.map(([term, text]) => ({ term, cell: { text } })),
});
/** An empty line begins a new paragraph; a single line end stays one. */
export const paragraphs = (text: string, language?: Language, tone: 'plain' | 'quiet' = 'plain'): Block[] =>
  text
    .split(/\n[ \t]*\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => ({ kind: 'paragraph', text: each, tone, ...(language && { language }) }));
