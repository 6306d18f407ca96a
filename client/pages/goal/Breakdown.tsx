import { Group, Loader, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Goal, Programme } from '../../../server/contract/programme.ts';
import type { AnyGoalResult } from '../../api/results.ts';
import { pairChoices, singleChoices } from '../../components/goal/choices.ts';
import { GroupChart } from '../../components/goal/GroupChart.tsx';
import { GroupTable } from '../../components/goal/GroupTable.tsx';
import { groupRows } from '../../components/goal/rows.ts';
import { Sums } from '../../components/goal/Sums.tsx';
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
        {!waiting && <Groups {...props} variable={titleOf(by)} />}
      </Stack>
    </Section>
  );
};

const Groups = ({ programme, goal, result, by, scale, variable }: Props & { variable: string }) => {
  const { t } = useTranslation('goals');
  const { group } = useGroupNames(programme);
  const rows = groupRows(result.groups, by.split('*'), group);
  if (!rows) return <Text className="quiet">{t('notByThis')}</Text>;
  if (rows.length === 0) return <Text className="quiet">{t('nothingInGroups')}</Text>;
  const hidden = rows.filter((row) => row.result.suppressed).length;
  return (
    <>
      <GroupChart programme={programme} goal={goal} result={result} rows={rows} scale={scale} variable={variable} />
      {hidden > 0 && (
        <Text size="sm" maw="44rem">
          <strong>{t('hiddenCount', { count: hidden })}.</strong>{' '}
          {t('hiddenWhy', { below: programme.suppression.below })}
        </Text>
      )}
      <GroupTable goal={goal} result={result} rows={rows} variable={variable} />
      <Sums result={result} rows={rows} crossed={by.includes('*')} />
    </>
  );
};
