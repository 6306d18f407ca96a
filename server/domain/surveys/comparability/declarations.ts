/**
 * What an administrator says, at the question itself, of how it compares with the version that asked it last:
 * `comparableWith`. It is tied to what was judged, that version and the question as it stood, and is used for nothing else.
 */
import { type Declared, type LastAsked, lastAskedIn } from '../compare.ts';
import type { AnyDefinition, Declaration, QuestionDefinition } from '../definition.ts';
import { isJsonObject } from '../json.ts';
import { changesBetween, isOtherKind, printOf, type Side, sidesOf } from './measured.ts';

/**
 * Whether it is used, or why not. `first`: nothing is published; `unknown`: no such version; `notAsked`: not in that version;
 * `older`: a later one asks it too; `otherKind`: never comparable; `needless`: nothing is changed; `outdated`: the question was changed since.
 */
export type Standing = 'used' | 'first' | 'unknown' | 'notAsked' | 'older' | 'otherKind' | 'needless' | 'outdated';

const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';

/** undefined for none, and for one that is not written as it should be. */
export function declarationOf({ comparableWith: said }: QuestionDefinition): Declaration | undefined {
  if (!isJsonObject(said)) return undefined;
  const isWhole =
    Number.isInteger(said.version) && typeof said.comparable === 'boolean' && [said.reason, said.judged].every(isText);
  return isWhole ? (said as unknown as Declaration) : undefined;
}

function standingOf(
  { version, comparable, judged }: Declaration,
  fresh: Side,
  last: LastAsked | undefined,
  published: readonly AnyDefinition[],
): Standing {
  const latest = published.at(-1)?.version;
  if (latest === undefined) return 'first';
  if (!published.some((each) => each.version === version)) return 'unknown';
  if (!last || last.version < version) return 'notAsked';
  if (last.version > version) return 'older';
  const wasAway = version < latest;
  if (!wasAway && changesBetween(last.side, fresh).reasons.length === 0) return 'needless';
  if (judged !== printOf(fresh)) return 'outdated';
  return comparable && isOtherKind(last.side, fresh) ? 'otherKind' : 'used';
}

export interface Stated {
  declaration: Declaration;
  standing: Standing;
}
/** By question what is said at it, and whether that is used. @param published oldest first */
export function statedIn(
  definition: AnyDefinition,
  published: readonly AnyDefinition[],
  findLastAsked = lastAskedIn(published),
): Map<string, Stated> {
  return new Map(
    [...sidesOf(definition)].flatMap(([question, fresh]) => {
      const declaration = declarationOf(fresh.source);
      if (!declaration) return [];
      const standing = standingOf(declaration, fresh, findLastAsked(question), published);
      return [[question, { declaration, standing }] as const];
    }),
  );
}

export function usedOf(stated: ReadonlyMap<string, Stated>): Declared {
  const used = [...stated].filter(([, { standing }]) => standing === 'used');
  return Object.fromEntries(
    used.map(
      ([
        question,
        {
          declaration: { comparable, reason },
        },
      ]) => [question, { comparable, reason: reason.trim() }],
    ),
  );
}
