import { FindSource } from '../query/find.ts';
import { compileByteProjection } from '../query/project.ts';
import { compileSort } from '../query/sort.ts';
import type { Handler } from './call.ts';
import { firstBatch } from './cursors.ts';

export const find: Handler = (call) => {
  call.allow(
    'filter',
    'sort',
    'projection',
    'skip',
    'limit',
    'batchSize',
    'singleBatch',
    'allowDiskUse',
    'noCursorTimeout',
    'allowPartialResults',
  );
  const projection = call.document('projection');
  const source = new FindSource(call.namespace, {
    filter: call.document('filter'),
    sort: compileSort(call.document('sort')),
    skip: call.whole('skip', 0),
    limit: call.whole('limit', 0) || Number.POSITIVE_INFINITY,
    ...(projection.size > 0 && { project: compileByteProjection(projection) }),
  });
  return firstBatch(call, call.namespace, source, call.whole('batchSize', 101), call.flag('singleBatch'));
};
