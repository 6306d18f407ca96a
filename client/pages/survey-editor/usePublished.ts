// What answers are stored under already: names of questions and codes of their choices, as the latest version has them.
import { useMemo } from 'react';
import { type SurveyAddress, useSurveyVersion } from '../../api/surveys.ts';
import { formPlaces, isJson, type Json, listOf, questionsOf } from './designer/document/tree.ts';

export type Published = ReadonlyMap<string, ReadonlySet<string>>;

const codesOf = (element: Json): ReadonlySet<string> =>
  new Set(listOf(element.choices ?? element.columns).map((entry) => String(isJson(entry) ? entry.value : entry)));
export const publishedIn = (definition: Json): Published =>
  new Map(
    formPlaces(definition).flatMap((form) =>
      questionsOf(definition, form).map(({ element }) => [String(element.name), codesOf(element)] as const),
    ),
  );

const nothing: Published = new Map();
/** @param latest 0 when nothing is published */
export const usePublished = (address: SurveyAddress, latest: number): Published => {
  const version = useSurveyVersion(address, latest > 0 ? latest : undefined);
  const definition = version.data?.definition;
  return useMemo(() => (definition ? publishedIn(definition) : nothing), [definition]);
};
