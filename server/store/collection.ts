// How every collection is made: strict, no automatic indexes, no version key, empty objects kept.
import mongoose, { type IndexDefinition, type IndexOptions, type Model, type SchemaDefinition } from 'mongoose';

mongoose.set('strictQuery', 'throw');
mongoose.set('sanitizeFilter', true);
mongoose.set('autoCreate', false);
mongoose.set('autoIndex', false);

export const { trusted } = mongoose;
export const Mixed = mongoose.Schema.Types.Mixed;
export const required = <Type>(type: Type) => ({ type, required: true as const });

type Index = [IndexDefinition, IndexOptions?];
const made: Model<never>[] = [];

/** The `_id` of every document is a string that we choose. */
export function collection<Document extends { _id: string }>(
  name: string,
  shape: SchemaDefinition,
  indexes: readonly Index[] = [],
): Model<Document> {
  const schema = new mongoose.Schema(
    { ...shape, _id: required(String) },
    { strict: 'throw', versionKey: false, minimize: false, id: false, autoIndex: false, autoCreate: false },
  );
  for (const [fields, options] of indexes) schema.index(fields, options);
  const model = mongoose.model(name, schema, name) as unknown as Model<Document>;
  made.push(model as unknown as Model<never>);
  return model;
}

/** Makes the indexes of every collection that was imported; those that exist stay. */
export async function ensureIndexes(): Promise<void> {
  for (const model of made) await model.createIndexes();
}

/** Unambiguous whatever stands in the parts. */
export const keyOf = (...parts: (string | number | null)[]): string => JSON.stringify(parts);

/** Whether a write failed because the key is taken. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 11000;
}
