// The report's own texts as pieces, so that two people who write different pieces at once are both kept.
import type { Report } from '../../../api/snapshots.ts';

/** `introduction`, `goals.work` ...: each piece by its name. A piece that nobody has written is not there, or ''. */
export type Pieces = Readonly<Record<string, string>>;
export const goalPiece = (goal: string): string => `goals.${goal}`;
const goalStart = goalPiece('');

export const piecesOf = ({ language, introduction, reservations, closing, goals }: Report): Pieces => ({
  ...{ language, introduction, reservations, closing },
  ...Object.fromEntries(Object.entries(goals).map(([goal, text]) => [goalPiece(goal), text])),
});

/** As the server takes them. */
export const textsOf = (pieces: Pieces) => {
  const { introduction = '', reservations = '', closing = '' } = pieces;
  const goals = Object.entries(pieces).flatMap(([name, text]) =>
    name.startsWith(goalStart) && text !== '' ? [[name.slice(goalStart.length), text]] : [],
  );
  const language: Report['language'] = pieces.language === 'en' ? 'en' : 'sv';
  return { language, introduction, reservations, closing, goals: Object.fromEntries(goals) as Record<string, string> };
};

const namesIn = (...all: readonly Pieces[]) => [...new Set(all.flatMap((pieces) => Object.keys(pieces)))];
const at = (pieces: Pieces, name: string) => pieces[name] ?? '';

export const isSame = (one: Pieces, other: Pieces): boolean =>
  namesIn(one, other).every((name) => at(one, name) === at(other, name));

/**
 * Three-way: a piece that one of two changed is taken from that one.
 * @returns mine with what the other wrote put in, and the names of pieces that both changed, which stay mine
 */
export const merge = (base: Pieces, mine: Pieces, theirs: Pieces): { pieces: Pieces; conflicts: string[] } => {
  const names = namesIn(base, mine, theirs);
  const isMine = (name: string) => at(mine, name) !== at(base, name);
  const isTheirs = (name: string) => at(theirs, name) !== at(base, name);
  const conflicts = names.filter((name) => isMine(name) && isTheirs(name) && at(mine, name) !== at(theirs, name));
  const pieces = Object.fromEntries(names.map((name) => [name, at(isMine(name) ? mine : theirs, name)]));
  return { pieces, conflicts };
};
