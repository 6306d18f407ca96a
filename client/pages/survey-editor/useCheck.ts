import { useEffect, useState } from 'react';
import {
  type DraftComparison,
  judgeSource,
  type SurveyAddress,
  type SurveyDraft,
  type SurveyProblem,
} from '../../api/surveys.ts';
import { tooLargeBy } from '../../components/survey/sourceSize.ts';
import { isAboutDeclaration } from './comparability/problems.ts';

type Definition = Record<string, unknown>;
const restMilliseconds = 400;
/** Above this, drawing the preview while writing would make every key slow. */
const mostPreviewed = 1_000_000;

const hasErrors = (problems: readonly SurveyProblem[]) => problems.some(({ severity }) => severity === 'error');
/** It can be shown and compared. */
const isSound = (problems: readonly SurveyProblem[]) =>
  !hasErrors(problems.filter((each) => !isAboutDeclaration(each)));

const definitionOf = (source: string): Definition | undefined => {
  try {
    return JSON.parse(source) as Definition;
  } catch {
    return undefined;
  }
};
const previewedOf = (source: string) => (source.length > mostPreviewed ? undefined : definitionOf(source));

/** The latest text that can be compared, and how its questions compare with what is published. */
export interface Compared {
  definition: Definition;
  comparison: readonly DraftComparison[];
}
const comparedOf = (source: string, comparison: readonly DraftComparison[] | undefined): Compared | undefined => {
  const definition = comparison && definitionOf(source);
  return definition && comparison && { definition, comparison };
};

/** What the server says of the text, asked when the writer rests; and the latest text without errors. */
export const useCheck = (source: string, draft: SurveyDraft, { name, programme }: SurveyAddress) => {
  const [checked, setChecked] = useState({ source: draft.source, problems: draft.problems });
  const [failure, setFailure] = useState<unknown>();
  const [good, setGood] = useState<Definition | undefined>(() =>
    isSound(draft.problems) ? previewedOf(draft.source) : undefined,
  );
  const [compared, setCompared] = useState<Compared | undefined>(() =>
    isSound(draft.problems) ? comparedOf(draft.source, draft.comparison) : undefined,
  );
  useEffect(() => {
    if (source === checked.source || tooLargeBy(source) !== undefined) return;
    let left = false;
    const timer = setTimeout(() => {
      judgeSource(source, { name, programme }).then(
        ({ problems, comparison }) => {
          if (left) return;
          setFailure(undefined);
          setChecked({ source, problems });
          if (!isSound(problems)) return;
          setGood(previewedOf(source));
          setCompared(comparedOf(source, comparison));
        },
        (error: unknown) => {
          if (!left) setFailure(error);
        },
      );
    }, restMilliseconds);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [source, checked.source, name, programme]);
  return {
    problems: checked.problems,
    isChecking: source !== checked.source && failure === undefined,
    hasErrors: hasErrors(checked.problems),
    /** What is shown is an earlier text. */
    isBehind: !isSound(checked.problems),
    isLarge: source.length > mostPreviewed,
    ...{ good, compared, failure },
  };
};
