// Links by which a survey is tried before it is published: the draft as it was when the link was made. Answers are kept nowhere.
import type { SurveyDefinition } from '../domain/surveys/definition.ts';
import { collection, required } from './collection.ts';
import { newToken, tokenHash } from './tokens.ts';

const days = 7;
export interface Tryout {
  programme: string | null;
  definition: SurveyDefinition;
}
/** `_id` is the token's hash. The definition is kept as JSON text, as a published one is. */
interface Stored {
  _id: string;
  programme: string | null;
  definition: string;
  expiresAt: Date;
}
const tryouts = collection<Stored>(
  'surveyTryouts',
  { programme: { type: String, default: null }, definition: required(String), expiresAt: required(Date) },
  [[{ expiresAt: 1 }, { expireAfterSeconds: 0 }]],
);

/** Good for seven days, for as many as have the link. The token is shown this once. */
export async function createTryout({ programme, definition }: Tryout): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken();
  const expiresAt = new Date(Date.now() + days * 86_400_000);
  await tryouts.insertMany([{ _id: tokenHash(token), programme, definition: JSON.stringify(definition), expiresAt }]);
  return { token, expiresAt };
}

/** Undefined when it is unknown or too old. */
export async function findTryout(token: string): Promise<Tryout | undefined> {
  const stored = await tryouts.findById(tokenHash(token)).lean<Stored>();
  if (!stored || stored.expiresAt.getTime() <= Date.now()) return undefined;
  return { programme: stored.programme, definition: JSON.parse(stored.definition) as SurveyDefinition };
}
