// Whoever asks everything an evaluator can ask, over ten states of growing programmes: whether any hidden number follows.
import { attack } from '../unit/disclosure/attack/run.ts';

export interface AttackRow {
  seed: number;
  hiding: 'all that is needed' | 'small groups only';
  queries: number;
  hidden: number;
  pinned: number;
  /** Nothing is pinned; by the control, which only hides small groups, something is. */
  isAsItShould: boolean;
}

const states = 10;
const beginnings = 3;

export function runAttacks(seed: number): AttackRow[] {
  const rows: AttackRow[] = [];
  for (let place = 0; place < beginnings; place++) {
    const { queries, hidden, pinned } = attack(seed + place, states);
    const isAsItShould = hidden > 0 && pinned.length === 0;
    rows.push({
      seed: seed + place,
      hiding: 'all that is needed',
      queries,
      hidden,
      pinned: pinned.length,
      isAsItShould,
    });
  }
  const { queries, hidden, pinned } = attack(seed, states, true);
  const isAsItShould = pinned.length > 0;
  return [...rows, { seed, hiding: 'small groups only', queries, hidden, pinned: pinned.length, isAsItShould }];
}
