import { NativeSelect, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Snapshot } from '../../api/snapshots.ts';
import { FiguresOf } from '../../charts/saving/FiguresOf.tsx';
import { Figures } from '../../components/goal/Figures.tsx';
import { Groups } from '../../components/goal/Groups.tsx';
import { HowCounted } from '../../components/goal/HowCounted.tsx';
import { Targets } from '../../components/goal/Targets.tsx';
import { WrittenVerdict } from '../../components/goal/WrittenVerdict.tsx';
import { useGroupNames } from '../../components/results/useGroupNames.ts';
import { useText } from '../../components/useText.ts';
import { type FrozenGoalFigures, frozenChoices } from './frozen.ts';
import { useFrozenSurvey } from './useFrozenSurvey.ts';

interface Props extends FrozenGoalFigures {
  content: Snapshot['content'];
}

export const GoalFindings = ({ content, goal, result }: Props) => {
  const { t } = useTranslation('goals');
  const survey = useFrozenSurvey(content, goal);
  const isJudged = result.measure === 'judged';
  const { definition } = content;
  return (
    <FiguresOf part={goal.id}>
      <Stack gap="md">
        {!isJudged && (
          <Stack gap="sm">
            <Figures programme={definition} goal={goal} whole={result} filtered={undefined} />
            <Targets programme={definition} goal={goal} />
          </Stack>
        )}
        {result.verdict && <WrittenVerdict verdict={result.verdict} />}
        {!isJudged && <FrozenGroups content={content} goal={goal} result={result} />}
        <div>
          <Title order={3} mb="xs">
            {t('counted')}
          </Title>
          <HowCounted programme={definition} goal={goal} survey={survey} />
        </div>
      </Stack>
    </FiguresOf>
  );
};

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const FrozenGroups = ({ content, goal, result }: Props) => {
  const { t } = useTranslation('snapshots');
  const text = useText();
  const { variable } = useGroupNames(content.definition);
  const survey = useFrozenSurvey(content, goal);
  const choices = frozenChoices(content, { goal, result });
  const [chosen, choose] = useState<string>();
  const by = chosen ?? choices[0];
  if (by === undefined) return null;
  const titleOf = (choice: string) => capital(choice.split('*').toReversed().map(variable).join(' × '));
  const asked = typeof goal.indicator.of === 'string' ? survey.questions.get(goal.indicator.of) : undefined;
  return (
    <Stack gap="sm">
      {/* The browser's own list: dozens of them stand on one page. */}
      <NativeSelect
        className="no-print"
        label={t('groups')}
        aria-label={t('shown', { title: text(goal.title) })}
        maw={260}
        data={choices.map((value) => ({ value, label: titleOf(value) }))}
        value={by}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <Groups
        {...{ goal, result, by }}
        programme={content.definition}
        variable={titleOf(by)}
        scale={asked?.scale ?? [1, 5]}
      />
    </Stack>
  );
};
