// A goal as those write it who do not program: whom, how, what is to be reached; and about what it comes to, beside it.
import { Fieldset, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../../server/contract/programme.ts';
import { ApiProblem } from '../../../api/fetcher.ts';
import { type GoalPreviewRequest, useGoalNames, useGoalPreview } from '../../../api/goalBuilder.ts';
import { type GoalInput, isWhole } from './editing.ts';
import { GoalPreview } from './GoalPreview.tsx';
import { GoalTargets } from './GoalTargets.tsx';
import { GoalTexts } from './GoalTexts.tsx';
import { HowMeasured, MeasureChoice } from './HowMeasured.tsx';
import { useAskedNames } from './useAskedNames.ts';
import { WhoCounts } from './WhoCounts.tsx';
import './goal.css';

interface Props {
  goal: GoalInput;
  /** As saved. */
  programme: Programme;
  /** What the server has said when the whole was saved. */
  errorAt: (path: string) => string | undefined;
  onChange: (goal: GoalInput) => void;
}
/** Milliseconds after the last change. */
const pause = 600;

const asked = ({ indicator, target, near, siteTargets, groupTargets }: GoalInput): GoalPreviewRequest => ({
  indicator,
  ...(target && { target }),
  ...(near !== undefined && { near }),
  ...(siteTargets && { siteTargets }),
  ...(groupTargets && { groupTargets }),
});

export const GoalEditor = ({ goal, programme, errorAt: savedErrorAt, onChange }: Props) => {
  const { t } = useTranslation('goalBuilder');
  const { indicator } = goal;
  const isJudged = indicator.measure === 'judged';
  const names = useAskedNames(programme, useGoalNames(programme.slug, indicatorRows(goal)).data);
  const [settled] = useDebouncedValue(goal, pause);
  const canCount = isWhole(indicator);
  const preview = useGoalPreview(programme.slug, isWhole(settled.indicator) ? asked(settled) : undefined);
  const isWaiting = settled !== goal;
  const found = preview.error instanceof ApiProblem && canCount && !isWaiting ? preview.error.fields : {};
  const errorAt = (path: string) => found[path] ?? savedErrorAt(path);
  const part = { goal, programme, names, errorAt, onChange };
  return (
    <div className="goal-form">
      <Stack gap="md">
        <Fieldset legend={t('called')}>
          <GoalTexts {...part} />
        </Fieldset>
        <Fieldset legend={t('counted')}>
          <Stack gap="sm">
            <MeasureChoice {...part} />
            {!isJudged && <WhoCounts {...part} />}
            {!isJudged && <HowMeasured {...part} />}
          </Stack>
        </Fieldset>
        <Fieldset legend={t('reached')}>
          <Stack gap="sm">
            <GoalTargets {...part} />
          </Stack>
        </Fieldset>
      </Stack>
      <GoalPreview preview={preview} isWhole={canCount} isJudged={isJudged} isWaiting={isWaiting} />
    </div>
  );
};

const indicatorRows = ({ indicator: { population, survey } }: GoalInput) => ({
  population,
  ...(population === 'responses' && survey !== undefined && { survey }),
});
