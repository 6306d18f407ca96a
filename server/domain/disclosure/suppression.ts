// What of a programme's goals is hidden, solved jointly over all that is handed in.
import type { Cell } from '../indicators/results.ts';
import type { Programme } from '../programme/schema.ts';
import { addFigures, type Behind, type Slice, tie } from './figures.ts';
import { emptyDraft } from './layers.ts';
import { addNestings } from './nesting.ts';
import type { System } from './system.ts';

export interface Disclosed {
  system: System;
  behind: Behind;
  /** Names of unknowns, the same from one state of the programme to the next. */
  byName: ReadonlyMap<string, number>;
}

export function systemOf(programme: Programme, slices: readonly Slice[]): Disclosed {
  const draft = emptyDraft();
  const figures = addFigures(draft, programme, slices, programme.suppression);
  const behind = tie(draft, figures);
  addNestings(draft, figures, programme.suppression);
  return { system: draft.system, byName: draft.byName, behind };
}

/** Whether a cell is hidden from whoever may not see individuals. */
export type IsHidden = (cell: Cell) => boolean;
