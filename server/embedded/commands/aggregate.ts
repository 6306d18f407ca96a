// aggregate, count and distinct: reads that give something else than stored documents.
import { chain, compileStage } from '../aggregate.ts';
import { type Doc, decode, type Value } from '../bson/codec.ts';
import { compare } from '../bson/compare.ts';
import { encode } from '../bson/encode.ts';
import { valueKey } from '../bson/key.ts';
import { CommandError } from '../errors.ts';
import { FindSource } from '../query/find.ts';
import { someAt, splitPath } from '../query/paths.ts';
import { compileSort } from '../query/sort.ts';
import { type Call, type Handler, ok } from './call.ts';
import { firstBatch, listSource } from './cursors.ts';

const MAX_RESULT_BYTES = 512 * 1024 * 1024;

async function eachDocument(call: Call, source: FindSource, take: (bytes: Buffer) => void): Promise<void> {
  while (!source.done) for (const bytes of await source.next(call, Number.POSITIVE_INFINITY)) take(bytes);
}

interface Leading {
  filter: Doc;
  sort: Doc;
  rest: Value[];
}

/** Takes a leading $match and the $sort right after it out of a pipeline, so that they can use an index. */
export function leading(pipeline: Value[]): Leading {
  const [first, second] = pipeline;
  const match = first instanceof Map && first.size === 1 ? first.get('$match') : undefined;
  const filter: Doc = match instanceof Map ? match : new Map();
  const rest = match instanceof Map ? pipeline.slice(1) : pipeline;
  const next = match instanceof Map ? second : first;
  const sort = next instanceof Map && next.size === 1 ? next.get('$sort') : undefined;
  if (!(sort instanceof Map) || sort.size === 0) return { filter, sort: new Map(), rest };
  return { filter, sort, rest: rest.slice(1) };
}

export const aggregate: Handler = async (call) => {
  call.allow('pipeline', 'cursor', 'allowDiskUse', 'bypassDocumentValidation');
  const { filter, sort, rest } = leading(call.list('pipeline'));
  const stages = rest.map(compileStage);
  const cursor = call.get('cursor');
  if (!(cursor instanceof Map))
    throw new CommandError(9, "The 'cursor' option is required, except for aggregate with the explain argument");
  const source = new FindSource(call.namespace, {
    filter,
    sort: compileSort(sort),
    skip: 0,
    limit: Number.POSITIVE_INFINITY,
  });
  const size = cursor.get('batchSize');
  const batch = typeof size === 'number' ? size : undefined;
  if (stages.length === 0) return firstBatch(call, call.namespace, source, batch);
  const results: Buffer[] = [];
  let held = 0;
  const line = chain(stages, (document) => {
    const bytes = encode(document);
    held += bytes.length;
    if (held > MAX_RESULT_BYTES)
      throw new CommandError(292, 'This aggregation needs more memory than the embedded database grants');
    results.push(bytes);
  });
  await eachDocument(call, source, (bytes) => line.push(decode(bytes)));
  line.end();
  return firstBatch(call, call.namespace, listSource(results), batch);
};

export const count: Handler = async (call) => {
  call.allow('query', 'limit', 'skip', 'fields');
  const limit = Math.abs(call.whole('limit', 0)) || Number.POSITIVE_INFINITY;
  const source = new FindSource(call.namespace, {
    filter: call.document('query'),
    sort: [],
    skip: call.whole('skip', 0),
    limit,
  });
  let n = 0;
  await eachDocument(call, source, () => {
    n++;
  });
  return ok({ n });
};

export const distinct: Handler = async (call) => {
  call.allow('key', 'query');
  const path = splitPath(call.text('key'));
  const source = new FindSource(call.namespace, {
    filter: call.document('query'),
    sort: [],
    skip: 0,
    limit: Number.POSITIVE_INFINITY,
  });
  const values = new Map<string, Value>();
  const add = (value: Value) => {
    const key = valueKey(value).toString('latin1');
    if (!values.has(key)) values.set(key, value);
  };
  await eachDocument(call, source, (bytes) => {
    someAt(decode(bytes, new Set([path[0] ?? ''])), path, false, (value) => {
      if (Array.isArray(value)) value.forEach(add);
      else if (value !== undefined) add(value);
      return false;
    });
  });
  return ok({ values: [...values.values()].sort(compare) });
};
