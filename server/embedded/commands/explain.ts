// explain: which index a command would use, and how many keys and documents it looks at. Nothing is written.
import { type Doc, doc, Raw, type Value } from '../bson/codec.ts';
import { equal } from '../bson/compare.ts';
import { encode } from '../bson/encode.ts';
import type { KeyPart } from '../bson/key.ts';
import { CommandError } from '../errors.ts';
import { FindSource } from '../query/find.ts';
import { compileSort } from '../query/sort.ts';
import { findCollection, type Index } from '../storage/catalogue.ts';
import { choosePlan, type Plan } from '../storage/planner.ts';
import { leading } from './aggregate.ts';
import { Call, type Handler, ok } from './call.ts';

interface Read {
  filter: Doc;
  sort: Doc;
  skip: number;
  /** Infinity for all. */
  limit: number;
  /** Stages of a pipeline that follow the read. */
  rest: Value[];
}

const VERBOSITIES = new Set(['queryPlanner', 'executionStats', 'allPlansExecution']);

const document = (value: Value | undefined): Doc => (value instanceof Map ? value : new Map());
const all = (filter: Doc, sort: Doc = new Map()): Read => ({
  filter,
  sort,
  skip: 0,
  limit: Number.POSITIVE_INFINITY,
  rest: [],
});

/** The one statement of an update or delete that is explained, as in MongoDB. */
function statement(call: Call, list: string): Doc {
  const statements = call.statements(list);
  const [first] = statements;
  if (!first || statements.length > 1) throw new CommandError(72, `explained ${call.name} needs one statement`);
  return first;
}

/** What a command reads. Error 115 for a command that cannot be explained. */
function readOf(call: Call): Read {
  const window = () => ({ skip: call.whole('skip', 0), limit: call.whole('limit', 0) || Number.POSITIVE_INFINITY });
  switch (call.name) {
    case 'find':
      return { ...all(call.document('filter'), call.document('sort')), ...window() };
    case 'count':
      return { ...all(call.document('query')), ...window() };
    case 'distinct':
      return all(call.document('query'));
    case 'findAndModify':
      return { ...all(call.document('query'), call.document('sort')), limit: 1 };
    case 'aggregate': {
      const { filter, sort, rest } = leading(call.list('pipeline'));
      return { ...all(filter, sort), rest };
    }
    case 'update': {
      const one = statement(call, 'updates');
      return { ...all(document(one.get('q'))), ...(one.get('multi') === true ? {} : { limit: 1 }) };
    }
    case 'delete': {
      const one = statement(call, 'deletes');
      return { ...all(document(one.get('q'))), ...(equal(one.get('limit'), 1) ? { limit: 1 } : {}) };
    }
    default:
      throw new CommandError(115, `Explain of '${call.name}' is not supported by the embedded database`);
  }
}

const indexScan = (index: Index, reverse: boolean): Doc =>
  doc({
    stage: 'FETCH',
    inputStage: doc({
      stage: 'IXSCAN',
      keyPattern: index.spec.get('key') ?? null,
      indexName: index.name,
      isMultiKey: index.multikey,
      isUnique: index.unique,
      isSparse: index.sparse,
      isPartial: index.partial !== undefined,
      direction: reverse ? 'backward' : 'forward',
    }),
  });

function winningPlan(plan: Plan | undefined, { sort }: Read): Doc {
  if (!plan) return doc({ stage: 'EOF' });
  const access = plan.index
    ? indexScan(plan.index, plan.reverse)
    : doc({ stage: 'COLLSCAN', direction: plan.reverse ? 'backward' : 'forward' });
  return plan.ordered ? access : doc({ stage: 'SORT', sortPattern: sort, inputStage: access });
}

const shownStages = (stages: Value[]) => stages.map((stage) => new Raw(encode(document(stage))));

async function executionStats(call: Call, read: Read, sort: KeyPart[]): Promise<Doc> {
  const began = Date.now();
  const source = new FindSource(call.namespace, { ...read, sort });
  let nReturned = 0;
  while (!source.done) nReturned += (await source.next(call, Number.POSITIVE_INFINITY)).length;
  return doc({
    executionSuccess: true,
    nReturned,
    executionTimeMillis: Date.now() - began,
    totalKeysExamined: source.keysExamined,
    totalDocsExamined: source.documentsExamined,
  });
}

/** As MongoDB's explain of version 1: a pipeline that goes on after its read gives `stages`. */
export const explain: Handler = async (outer) => {
  outer.allow('verbosity');
  const verbosity = outer.get('verbosity') ?? 'allPlansExecution';
  if (typeof verbosity !== 'string' || !VERBOSITIES.has(verbosity))
    throw new CommandError(2, `'verbosity' must be one of ${[...VERBOSITIES].join(', ')}`);
  const body: Doc = new Map([...outer.document('explain'), ['$db', outer.database]]);
  const call = new Call(outer.engine, body, new Map(), outer.connection, outer.transaction);
  const read = readOf(call);
  const sort = compileSort(read.sort);
  const collection = findCollection(call.view(), call.namespace);
  const plan = collection && choosePlan(collection, read.filter, sort);
  const described = {
    queryPlanner: doc({
      namespace: call.namespace,
      winningPlan: winningPlan(plan, read),
      rejectedPlans: [],
    }),
    executionStats: verbosity === 'queryPlanner' ? undefined : await executionStats(call, read, sort),
  };
  const reply =
    read.rest.length > 0 ? { stages: [doc({ $cursor: doc(described) }), ...shownStages(read.rest)] } : described;
  return ok({ explainVersion: '1', ...reply });
};
