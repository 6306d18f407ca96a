// Part database: the embedded database through the driver, measured against what the same machine can do at all.
import type { Figure, Scale } from '../measure.ts';
import { drain } from './drain.ts';
import { finds } from './finds.ts';
import { inserts } from './inserts.ts';
import { start } from './start.ts';

export async function* database(scale: Scale): AsyncIterable<Figure> {
  yield* inserts(scale);
  yield* finds(scale);
  yield* drain(scale);
  yield* start(scale);
}
