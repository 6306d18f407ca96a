import type { Breaks } from '../../domain/answers/breaks.ts';
import type { Enrolment } from '../../domain/programme/records.ts';
import type { Programme } from '../../domain/programme/schema.ts';
import type { AnyDefinition } from '../../domain/surveys/definition.ts';
import { newPseudonyms, type Pseudonyms } from './pseudonyms.ts';

/** One export: what of which programme, and for whom. */
export interface Source {
  programme: Programme;
  /** Every version that the programme may use. */
  surveys: readonly AnyDefinition[];
  /** Where series of answers break. */
  breaks: Breaks;
  /** `all` for the operator: rows of every site, and those of anonymous surveys. */
  sites: 'all' | readonly string[];
  pseudonym: Pseudonyms;
  /** Called with enrolments before their rows are handed out. */
  seen(enrolments: readonly string[]): Promise<void>;
}

/** Each enrolment is told to `record` once, in whichever table it comes first. Without it nobody's key is kept. */
export function newSource(
  what: Pick<Source, 'programme' | 'surveys' | 'breaks' | 'sites'>,
  record?: (enrolments: readonly string[]) => Promise<void>,
): Source {
  return { ...what, pseudonym: newPseudonyms(), seen: record ? onceEach(record) : async () => {} };
}

function onceEach(record: (enrolments: readonly string[]) => Promise<void>): Source['seen'] {
  const told = new Set<string>();
  return async (enrolments) => {
    const fresh = [...new Set(enrolments)].filter((each) => !told.has(each));
    for (const each of fresh) told.add(each);
    await record(fresh);
  };
}

export const isOwnSite = ({ sites }: Source, { site }: Enrolment): boolean => sites === 'all' || sites.includes(site);
