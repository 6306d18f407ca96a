// The lines of the check list about codes and conditions.
import { Anchor, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SurveyDraft, SurveyProblem } from '../../api/surveys.ts';
import { ProblemAdvice, useProblemTitle } from '../../components/survey/ProblemAdvice.tsx';
import { CheckLine } from './CheckLine.tsx';
import type { Said } from './comparability/ComparableChoice.tsx';
import { nameAt } from './designer/document/problemPlace.ts';
import type { Asked } from './Editor.tsx';
import { ReusedText } from './Reused.tsx';

type Definition = Record<string, unknown>;
export interface ChecklistProps {
  draft: SurveyDraft;
  /** Number of the latest published version; 0 when there is none. */
  latest: number;
  /** What is said of how changed questions compare. */
  declared: Readonly<Record<string, Said>>;
  onShow: (asked: Asked) => void;
}

/** Of the part of the dialog that is about a changed question. */
export const changeId = (question: string) => `change-${question}`;

export const Codes = ({ draft, latest, declared }: Omit<ChecklistProps, 'onShow'>) => {
  const { t } = useTranslation('versions');
  const reused = draft.reused.filter(({ question }) => !declared[question]?.comparable);
  return (
    <CheckLine isFine={reused.length === 0}>
      {reused.length === 0 ? (
        <Text>{t(latest === 0 ? 'codesFirst' : 'codesStable')}</Text>
      ) : (
        <Text>{t('codesReused', { count: reused.length })}</Text>
      )}
      <List size="sm">
        {reused.map((each) => (
          <List.Item key={`${each.question} ${each.part} ${each.code}`}>
            <Anchor
              component="button"
              type="button"
              size="sm"
              onClick={() => document.getElementById(changeId(each.question))?.focus()}
            >
              {each.question}
            </Anchor>
            : <ReusedText reused={each} />
          </List.Item>
        ))}
      </List>
    </CheckLine>
  );
};

const aboutLogic = ['never-true', 'always-true', 'unknown-code', 'condition-cycle', 'expression-syntax'];
export const isAboutLogic = ({ code }: SurveyProblem) => aboutLogic.includes(code);

/** What cannot be published at all does not come here: these may be meant so. */
export const Logic = ({
  draft,
  definition,
  onShow,
}: Pick<ChecklistProps, 'draft' | 'onShow'> & { definition: Definition }) => {
  const { t } = useTranslation('versions');
  const { t: surveys, i18n } = useTranslation('surveys');
  const problemTitle = useProblemTitle();
  const found = draft.problems.filter(isAboutLogic);
  const hasConditions = JSON.stringify(definition).includes('If":');
  if (found.length === 0)
    return (
      <CheckLine isFine>
        <Text>{t(hasConditions ? 'logicSound' : 'logicNone')}</Text>
      </CheckLine>
    );
  return (
    <CheckLine isFine={false}>
      <Text>{t('logicProblems', { count: found.length })}</Text>
      <List size="sm">
        {found.map((problem) => (
          <List.Item key={`${problem.path} ${problem.code}`}>
            <Anchor component="button" type="button" size="sm" onClick={() => onShow(problem)}>
              {nameAt(definition, problem.path, i18n.language) || surveys('survey')}
            </Anchor>
            : {problemTitle(problem)}. <ProblemAdvice problem={problem} />
          </List.Item>
        ))}
      </List>
    </CheckLine>
  );
};
