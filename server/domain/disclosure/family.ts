// Every question that someone who may not see individuals can ask of a programme (interface.md, "Suppression").
import type { By } from '../indicators/by.ts';
import { computeResults } from '../indicators/compute.ts';
import { variablesOf } from '../indicators/groups.ts';
import type { Source } from '../indicators/selection.ts';
import type { Programme } from '../programme/schema.ts';
import type { Slice } from './figures.ts';
import { isAllowedCross, minimumDays } from './requests.ts';

/** Lists without a minimum time, and those that may be asked for with one. A crossed list has its margins before it. */
export function listsOf(programme: Programme): { any: By; withMinimum: By } {
  const names = variablesOf(programme);
  const oneWay = names.map((name) => [name]);
  const pairs = names.flatMap((first, at) => names.slice(at + 1).map((second) => [first, second]));
  return { any: [...oneWay, ...pairs.filter((pair) => isAllowedCross(programme, pair))], withMinimum: oneWay };
}

/** All goals with all lists, complete and unsuppressed, for each minimum time that may be asked for, one after the other. */
export function* countFamily(source: Source): Generator<Slice> {
  const { any, withMinimum } = listsOf(source.programme);
  for (const days of [0, ...minimumDays]) {
    const goals = computeResults({ ...source, ...(days === 0 ? { by: any } : { by: withMinimum, minDays: days }) });
    yield { days, goals, since: [] };
  }
}
