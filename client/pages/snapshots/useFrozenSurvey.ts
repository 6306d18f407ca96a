import { useMemo } from 'react';
import type { Goal } from '../../../server/contract/programme.ts';
import type { Snapshot } from '../../api/snapshots.ts';
import { useText } from '../../components/useText.ts';
import { frozenSurvey } from './frozen.ts';

/** The survey that a goal counts answers of, as it was worded then. */
export const useFrozenSurvey = (content: Snapshot['content'], goal: Goal) => {
  const text = useText();
  const survey = useMemo(() => frozenSurvey(content, goal), [content, goal]);
  return { title: text(survey.title) || survey.name, questions: survey.questions };
};
