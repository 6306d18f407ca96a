import { ActionIcon, Button, Group, Input, Select, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useGroupNames, variablesOf } from '../../../components/results/useGroupNames.ts';
import { type GoalInput, type PartProps, withPart } from './editing.ts';
import { numericKinds, TargetFields } from './TargetFields.tsx';

type GroupTarget = NonNullable<GoalInput['groupTargets']>[number];

/** Targets of single groups, such as women. Those of crossed groups are shown and kept. */
export const GroupTargets = ({ goal, programme, names, errorAt, onChange }: PartProps) => {
  const { t } = useTranslation('goalBuilder');
  const groups = useGroupNames(programme);
  const targets = goal.groupTargets ?? [];
  const set = (next: GroupTarget[]) => onChange(withPart(goal, { groupTargets: next.length > 0 ? next : undefined }));
  const variables = variablesOf(programme)
    .filter((name) => name !== 'site')
    .map((value) => ({ value, label: groups.variable(value) }));
  const wordsOf = ({ by }: GroupTarget) =>
    Object.entries(by)
      .map(([name, value]) => groups.group(name, String(value)))
      .join(' · ');
  const errorOf = (at: number) =>
    errorAt(`groupTargets.${at}`) ??
    errorAt(`groupTargets.${at}.target`) ??
    errorAt(`groupTargets.${at}.target.between`);
  return (
    <Stack gap="xs" role="group" aria-label={t('groupTargets')}>
      <Input.Label component="div">{t('groupTargets')}</Input.Label>
      {targets.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group's target has no key while it is written
        <Group key={at} gap="xs" align="end" className="group-target">
          <WhichGroup
            {...{ each, variables, names }}
            words={wordsOf(each)}
            onChange={(by) => set(targets.with(at, { ...each, by }))}
          />
          <div style={{ flex: '2 1 14rem' }}>
            <TargetFields
              label={t('targetOfGroup')}
              target={each.target}
              kinds={numericKinds}
              waves={[]}
              isNeeded
              error={errorOf(at)}
              onChange={(target) => target && set(targets.with(at, { ...each, target }))}
            />
          </div>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('removeTarget', { name: wordsOf(each) || at + 1 })}
            onClick={() => set(targets.toSpliced(at, 1))}
          >
            <span aria-hidden="true">✕</span>
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          variant="default"
          size="xs"
          leftSection="+"
          onClick={() => set([...targets, { by: { gender: 'woman' }, target: goal.target ?? { atLeast: 0 } }])}
        >
          {t('addGroupTarget')}
        </Button>
      </Group>
    </Stack>
  );
};

interface WhichProps {
  each: GroupTarget;
  words: string;
  variables: { value: string; label: string }[];
  names: PartProps['names'];
  onChange: (by: GroupTarget['by']) => void;
}

const WhichGroup = ({ each, words, variables, names, onChange }: WhichProps) => {
  const { t } = useTranslation('goalBuilder');
  const entries = Object.entries(each.by);
  const [first] = entries;
  if (!first || entries.length > 1) return <Text flex="2 1 14rem">{words}</Text>;
  const [name, value] = first;
  const values = names.find((other) => other.name === name)?.values;
  const known = values?.map((one) => ({ value: String(one.value), label: one.title })) ?? [];
  const unknown = known.some((one) => one.value === String(value)) ? [] : [{ value: String(value), label: `${value}` }];
  const typed = (text: string) => values?.find((one) => String(one.value) === text)?.value ?? text;
  return (
    <Group gap="xs" flex="2 1 14rem" grow wrap="nowrap">
      <Select
        label={t('variable')}
        allowDeselect={false}
        data={variables}
        value={name}
        onChange={(next) =>
          next && onChange({ [next]: names.find((one) => one.name === next)?.values?.[0]?.value ?? '' })
        }
      />
      {values ? (
        <Select
          label={t('groupValue')}
          allowDeselect={false}
          data={[...known, ...unknown]}
          value={String(value)}
          onChange={(next) => next !== null && onChange({ [name]: typed(next) })}
        />
      ) : (
        <TextInput
          label={t('groupValue')}
          value={String(value)}
          onChange={(event) => onChange({ [name]: event.currentTarget.value })}
        />
      )}
    </Group>
  );
};
