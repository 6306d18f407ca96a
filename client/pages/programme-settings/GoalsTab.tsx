import { Accordion, Button, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/Empty.tsx';
import { useText } from '../../components/useText.ts';
import { ErrorCount } from './ErrorCount.tsx';
import { GoalEditor } from './goal/GoalEditor.tsx';
import type { TabProps } from './Settings.tsx';

type Goals = NonNullable<TabProps['draft']['goals']>;
const newGoal = (at: number): Goals[number] => ({
  id: `goal-${at}`,
  title: { sv: '' },
  indicator: { population: 'enrolments', measure: 'count' },
});

export const GoalsTab = ({ draft, saved, change, errorAt, errorsUnder }: TabProps) => {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const text = useText();
  const [open, setOpen] = useState<string | null>(null);
  const goals = draft.goals ?? [];
  const replace = (at: number, goal: Goals[number]) =>
    change({ goals: goals.map((each, index) => (index === at ? goal : each)) });
  const remove = (at: number) =>
    modals.openConfirmModal({
      title: t('removeGoal'),
      children: t('removeGoalText'),
      labels: { confirm: t('removeGoal'), cancel: common('cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => {
        change({ goals: goals.filter((_, index) => index !== at) });
        setOpen(null);
      },
    });
  const add = () => {
    const taken = new Set(goals.map(({ id }) => id));
    let at = goals.length + 1;
    while (taken.has(`goal-${at}`)) at++;
    change({ goals: [...goals, newGoal(at)] });
    setOpen(String(goals.length));
  };
  const addButton = (
    <Button variant="default" onClick={add}>
      {t('addGoal')}
    </Button>
  );
  if (goals.length === 0)
    return (
      <Empty title={t('goals')} action={addButton}>
        {t('noGoals')}
      </Empty>
    );
  return (
    <Stack>
      <Accordion variant="separated" value={open} onChange={setOpen}>
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
              {/* Only of the open one is asked what it comes to. */}
              {open === String(at) && (
                <GoalEditor
                  goal={goal}
                  programme={saved}
                  errorAt={(path) => errorAt(`goals.${at}.${path}`)}
                  onChange={(next) => replace(at, next)}
                />
              )}
              <Group mt="md">
                <Button variant="subtle" color="red" size="xs" onClick={() => remove(at)}>
                  {t('removeGoal')}
                </Button>
              </Group>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      <Group>{addButton}</Group>
    </Stack>
  );
};
