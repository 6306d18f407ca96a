// As on the pages: the same colour for the same group everywhere, colour-blind safe, women and men neither pink nor blue.
import type { Status } from '../../../domain/indicators/results.ts';

const groups: Record<string, string> = {
  woman: '#7a4fa3',
  man: '#b56a00',
  other: '#5b6b68',
  unknown: '#8a949e',
  yes: '#a3552b',
  no: '#2f7a8c',
};
export const ink = '#16211f';
export const quiet = '#4b5855';
export const edge = '#d5dcda';
export const accent = '#0b5d57';
export const targetColour = '#b3162c';
export const colourOf = (value: string | number | undefined): string => groups[String(value)] ?? accent;

/** Text on its field; 4.5:1 at least. */
export const statusColours: Record<Status, { text: string; field: string }> = {
  met: { text: '#14613a', field: '#eaf6ef' },
  near: { text: '#7a4d00', field: '#fdf4e0' },
  notMet: { text: '#a01428', field: '#fdeef0' },
  noData: { text: '#4b5855', field: '#ffffff' },
  judged: { text: '#463a8c', field: '#f1effb' },
};
/** Told apart without colour: tick, half moon, cross, dash, pen; within 16 × 16. `filled` parts are filled, not drawn. */
export const statusShapes: Record<Status, { lines: string; filled?: string; sign: string }> = {
  met: { lines: 'M2.5 8.5l3.5 4 7.5-9', sign: '✓' },
  near: { lines: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0 -11z', filled: 'M8 2.5a5.5 5.5 0 0 0 0 11z', sign: '◐' },
  notMet: { lines: 'M3.5 3.5l9 9M12.5 3.5l-9 9', sign: '✕' },
  noData: { lines: 'M2.5 8h11', sign: '–' },
  judged: { lines: 'M3 13l1-3.5L11 2.5l2.5 2.5-7 7L3 13z', sign: '✎' },
};
