import { Group, Loader, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Goal, Programme } from '../../../server/contract/programme.ts';
import type { AnyGoalResult } from '../../api/results.ts';
import { pairChoices, singleChoices } from '../../components/goal/choices.ts';
import { Groups } from '../../components/goal/Groups.tsx';
import { useGroupNames } from '../../components/results/useGroupNames.ts';
import { Section } from '../../components/Section.tsx';

interface Props {
  programme: Programme;
  goal: Goal;
  result: AnyGoalResult;
  by: string;
  onBy: (by: string) => void;
  /** The groups shown belong to an earlier choice. */
  waiting: boolean;
  /** Lowest and highest answer of the question, for means. */
  scale: readonly [number, number];
}

export const Breakdown = (props: Props) => {
  const { t } = useTranslation('goals');
  const { programme, goal, by, onBy, waiting } = props;
  const names = useGroupNames(programme);
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const titleOf = (choice: string) => capital(choice.split('*').toReversed().map(names.variable).join(' × '));
  const option = (value: string) => ({ value, label: titleOf(value) });
  const pairs = pairChoices(programme, goal);
  return (
    <Section title={t('breakdown')}>
      <Stack gap="md">
        <Group align="end" className="no-print">
          <Select
            label={t('by')}
            w={260}
            allowDeselect={false}
            value={by}
            data={[
              { group: t('oneVariable'), items: singleChoices(programme, goal).map(option) },
              ...(pairs.length > 0 ? [{ group: t('twoVariables'), items: pairs.map(option) }] : []),
            ]}
            onChange={(value) => value && onBy(value)}
          />
          {waiting && <Loader size="sm" mb={6} />}
        </Group>
        {!waiting && (
          <Groups {...{ programme, goal, by }} result={props.result} scale={props.scale} variable={titleOf(by)} />
        )}
      </Stack>
    </Section>
  );
};
