import { useCallback, useEffect, useState } from 'react';
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

interface Judged {
  problems: SurveyDraft['problems'];
  comparison?: readonly DraftComparison[] | undefined;
}

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
  const [attempt, setAttempt] = useState(0);
  const [good, setGood] = useState<Definition | undefined>(() =>
    isSound(draft.problems) ? previewedOf(draft.source) : undefined,
  );
  const [compared, setCompared] = useState<Compared | undefined>(() =>
    isSound(draft.problems) ? comparedOf(draft.source, draft.comparison) : undefined,
  );
  const take = useCallback((text: string, { problems, comparison }: Judged) => {
    setFailure(undefined);
    setChecked({ source: text, problems });
    if (!isSound(problems)) return;
    setGood(previewedOf(text));
    setCompared(comparedOf(text, comparison));
  }, []);
  // What could not be asked is asked once more when the network is back; or it has been said with the save since.
  useEffect(() => {
    if (failure === undefined) return;
    if (draft.source === source) return take(source, draft);
    const again = () => setAttempt((count) => count + 1);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [failure, draft, source, take]);
  const isLarge = tooLargeBy(source) !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt asks anew
  useEffect(() => {
    if (source === checked.source || isLarge) return;
    let left = false;
    const timer = setTimeout(() => {
      judgeSource(source, { name, programme }).then(
        (judged) => {
          if (!left) take(source, judged);
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
  }, [source, checked.source, isLarge, name, programme, attempt, take]);
  return {
    problems: checked.problems,
    isChecking: source !== checked.source && failure === undefined && !isLarge,
    /** What is known is of an earlier text, and no answer is under way. */
    isUnchecked: source !== checked.source && (failure !== undefined || isLarge),
    hasErrors: hasErrors(checked.problems),
    /** What is shown is an earlier text. */
    isBehind: !isSound(checked.problems),
    isLarge: source.length > mostPreviewed,
    ...{ good, compared, failure },
  };
};
