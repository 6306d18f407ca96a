import { useEffect, useState } from 'react';
import { checkSource, type SurveyDraft, type SurveyProblem } from '../../api/surveys.ts';
import { tooLargeBy } from '../../components/survey/sourceSize.ts';

type Definition = Record<string, unknown>;
const restMilliseconds = 400;
/** Above this, drawing the preview while writing would make every key slow. */
const mostPreviewed = 1_000_000;

const hasErrors = (problems: readonly SurveyProblem[]) => problems.some(({ severity }) => severity === 'error');

const definitionOf = (source: string): Definition | undefined => {
  try {
    return source.length > mostPreviewed ? undefined : (JSON.parse(source) as Definition);
  } catch {
    return undefined;
  }
};

/** What is wrong with the text, asked of the server when the writer rests; and the latest text without errors. */
export const useCheck = (source: string, draft: SurveyDraft) => {
  const [checked, setChecked] = useState({ source: draft.source, problems: draft.problems });
  const [failure, setFailure] = useState<unknown>();
  const [good, setGood] = useState<Definition | undefined>(() =>
    hasErrors(draft.problems) ? undefined : definitionOf(draft.source),
  );
  useEffect(() => {
    if (source === checked.source || tooLargeBy(source) !== undefined) return;
    let left = false;
    const timer = setTimeout(() => {
      checkSource(source).then(
        (problems) => {
          if (left) return;
          setFailure(undefined);
          setChecked({ source, problems });
          if (!hasErrors(problems)) setGood(definitionOf(source));
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
  }, [source, checked.source]);
  return {
    problems: checked.problems,
    isChecking: source !== checked.source && failure === undefined,
    hasErrors: hasErrors(checked.problems),
    isLarge: source.length > mostPreviewed,
    good,
    failure,
  };
};
