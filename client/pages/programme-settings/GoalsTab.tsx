import { Accordion, Button, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/Empty.tsx';
import { useText } from '../../components/useText.ts';
import { ErrorCount } from './ErrorCount.tsx';
import { GoalEditor } from './GoalEditor.tsx';
import type { TabProps } from './Settings.tsx';

type Goals = NonNullable<TabProps['draft']['goals']>;
const newGoal = (at: number): Goals[number] => ({
  id: `goal-${at}`,
  title: { sv: '' },
  indicator: { population: 'enrolments', measure: 'count' },
});

export const GoalsTab = ({ draft, change, errorAt, errorsUnder }: TabProps) => {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const text = useText();
  const goals = draft.goals ?? [];
  const replace = (at: number, goal: Goals[number]) =>
    change({ goals: goals.map((each, index) => (index === at ? goal : each)) });
  const remove = (at: number) =>
    modals.openConfirmModal({
      title: t('removeGoal'),
      children: t('removeGoalText'),
      labels: { confirm: t('removeGoal'), cancel: common('cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => change({ goals: goals.filter((_, index) => index !== at) }),
    });
  const add = (
    <Button variant="default" onClick={() => change({ goals: [...goals, newGoal(goals.length + 1)] })}>
      {t('addGoal')}
    </Button>
  );
  if (goals.length === 0)
    return (
      <Empty title={t('goals')} action={add}>
        {t('noGoals')}
      </Empty>
    );
  return (
    <Stack>
      <Text className="quiet">{t('moreInJson')}</Text>
      <Accordion variant="separated">
        {goals.map((goal, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a goal's id may be under change
          <Accordion.Item key={at} value={String(at)}>
            <Accordion.Control>
              <Text fw={600}>{text(goal.title) || goal.id}</Text>
              <Text component="div" size="sm" className="quiet">
                {goal.id} <ErrorCount count={errorsUnder(`goals.${at}`)} />
              </Text>
            </Accordion.Control>
            <Accordion.Panel>
              <GoalEditor
                goal={goal}
                waves={draft.waves ?? []}
                errorAt={(path) => errorAt(`goals.${at}.${path}`)}
                onChange={(next) => replace(at, next)}
              />
              <Group mt="md">
                <Button variant="subtle" color="red" size="xs" onClick={() => remove(at)}>
                  {t('removeGoal')}
                </Button>
              </Group>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      <Group>{add}</Group>
    </Stack>
  );
};
