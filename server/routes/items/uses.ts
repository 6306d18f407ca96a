// Where items are used: in every published version and every draft that can be read.
import type { ItemUse } from '../../contract/item.ts';
import type { Text } from '../../domain/surveys/definition.ts';
import { referencesIn } from '../../domain/surveys/items/references.ts';
import { isJsonObject } from '../../domain/surveys/json.ts';
import { everyDraft } from '../../store/surveyDrafts.ts';
import { everySurveyVersion } from '../../store/surveys.ts';

type Where = Pick<ItemUse, 'survey' | 'programme' | 'version'>;
export type Uses = ReadonlyMap<string, ItemUse[]>;

function readSource(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

function titleOf(definition: unknown, survey: string): Record<string, string> {
  const title = isJsonObject(definition) ? (definition.title as Text | undefined) : undefined;
  if (typeof title === 'string') return { sv: title };
  const texts = isJsonObject(title) ? Object.entries(title).filter(([, text]) => typeof text === 'string') : [];
  return texts.length > 0 ? (Object.fromEntries(texts) as Record<string, string>) : { sv: survey };
}

/** By the item's name: drafts first, then published versions, the latest first. */
export async function findUses(): Promise<Uses> {
  const [versions, drafts] = await Promise.all([everySurveyVersion(), everyDraft()]);
  const uses = new Map<string, ItemUse[]>();
  const take = (where: Where, definition: unknown) => {
    for (const { question, item } of referencesIn(definition)) {
      const use = { ...where, title: titleOf(definition, where.survey), question, itemVersion: item.version };
      uses.set(item.name, [...(uses.get(item.name) ?? []), use]);
    }
  };
  for (const { name, programme, source } of drafts)
    take({ survey: name, programme, version: null }, readSource(source));
  for (const { name, programme, version, definition } of versions.toReversed())
    take({ survey: name, programme, version }, definition);
  return uses;
}

/** A survey that asks it twice uses it once. */
export function countUses(uses: readonly ItemUse[]): { drafts: number; published: number } {
  const places = (some: readonly ItemUse[]) =>
    new Set(some.map(({ survey, programme, version }) => JSON.stringify([programme, survey, version]))).size;
  return {
    drafts: places(uses.filter(({ version }) => version === null)),
    published: places(uses.filter(({ version }) => version !== null)),
  };
}
