// What every part of the canvas needs, handed down once: it changes seldom, so that a key typed draws one card and no other.
import { createContext, useContext } from 'react';
import type { SurveyProblem } from '../../../api/surveys.ts';
import type { Place } from './document/tree.ts';
import type { Apply } from './useDesign.ts';

export interface Canvas {
  apply: Apply;
  select: (place: Place | undefined) => void;
  /** Moves the keyboard to a part of the page once it is drawn. */
  focus: (id: string) => void;
  /** For those who hear the page. */
  say: (text: string) => void;
  /** Of the form, the first being the original. */
  languages: readonly string[];
  /** The one whose texts are shown and written beside the original. */
  language: string;
  /** In which titles are shown: the reader's own where the survey has it, else the original. */
  shownLanguage: string;
  form: Place;
  /** Names of what skips stand after. */
  skipping: ReadonlySet<string>;
  /** Names and codes that answers are stored under: as published. */
  published: ReadonlyMap<string, ReadonlySet<string>>;
  /** A question of the bank by itself, without what only a survey decides; `kept`: its name stays. */
  shared?: 'new' | 'kept';
}
const CanvasContext = createContext<Canvas | undefined>(undefined);
export const CanvasProvider = CanvasContext.Provider;
export const useCanvas = (): Canvas => {
  const canvas = useContext(CanvasContext);
  if (!canvas) throw new Error('stands outside a canvas');
  return canvas;
};

const ProblemsContext = createContext<ReadonlyMap<Place, readonly SurveyProblem[]>>(new Map());
export const ProblemsProvider = ProblemsContext.Provider;
const none: readonly SurveyProblem[] = [];
/** Of the element itself, not of what it holds. */
export const useProblems = (place: Place): readonly SurveyProblem[] => useContext(ProblemsContext).get(place) ?? none;

/** @param places of each problem the element where it is shown */
export const problemsByElement = (
  problems: readonly SurveyProblem[],
  places: readonly Place[],
): Map<Place, SurveyProblem[]> => {
  const found = new Map<Place, SurveyProblem[]>();
  for (const [at, problem] of problems.entries()) {
    const place = places[at] ?? '';
    found.set(place, [...(found.get(place) ?? []), problem]);
  }
  return found;
};

export const cardId = (place: Place) => `card ${place}`.replace(/[^\w]+/g, '-');
export const titleId = (place: Place) => `title ${place}`.replace(/[^\w]+/g, '-');
