// Both changed the same thing: each such thing is decided by itself, everything else is put together already.
import { Alert, Button, Group, Paper, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { referenceOf } from '../../components/item/question.ts';
import { timeText } from '../../components/survey/dates.ts';
import { declarationOf } from './designer/document/declarations.ts';
import { writtenLike } from './designer/document/history.ts';
import type { Conflict, Step } from './designer/document/merge.ts';
import type { MergedSource } from './designer/document/mergeSources.ts';
import { settle } from './designer/document/settle.ts';
import { deriveSkips } from './designer/document/skips.ts';
import type { Writing } from './useWriting.ts';

type Side = 'mine' | 'theirs';
const pathText = (path: readonly Step[]) =>
  path.map((step) => (typeof step === 'string' ? step : step.entry)).join(' › ');

export const Conflicts = ({ writing, merged }: { writing: Writing; merged: MergedSource }) => {
  const { t } = useTranslation('designer');
  const { theirs } = writing;
  const [sides, setSides] = useState<Record<number, Side>>({});
  const save = () => {
    const settled = merged.conflicts.reduce(
      (whole, each, at) => settle(whole, each, sides[at] ?? 'mine'),
      merged.definition,
    );
    void writing.keepTogether(writtenLike(writing.source, deriveSkips(settled)));
  };
  return (
    <Alert color="yellow" title={t('conflictsTitle', { count: merged.conflicts.length })} role="alert" mb="md">
      <Stack>
        <Text>
          {theirs?.changedAt
            ? t('conflictsLead', { name: theirs.changedBy ?? '', time: timeText(theirs.changedAt) })
            : t('conflictsPublished')}
        </Text>
        {merged.conflicts.map((conflict, at) => (
          <Choice
            // biome-ignore lint/suspicious/noArrayIndexKey: the list stands still until it is decided
            key={at}
            conflict={conflict}
            side={sides[at] ?? 'mine'}
            onSide={(side) => setSides({ ...sides, [at]: side })}
          />
        ))}
        <Group>
          <Button onClick={save} loading={writing.isSaving}>
            {t('conflictsSave')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
};

const Choice = ({ conflict, side, onSide }: { conflict: Conflict; side: Side; onSide: (side: Side) => void }) => {
  const { t } = useTranslation('designer');
  const { t: items } = useTranslation('items');
  const { t: comparability } = useTranslation('comparability');
  const { name, path } = conflict;
  const valueText = (value: unknown) => {
    if (value === undefined) return t('conflictRemoved');
    if (path.length === 0) return t('conflictChanged');
    const reference = path.join() === 'item' ? referenceOf({ item: value }) : undefined;
    if (reference) return items('fromBank', { name: reference.name, version: reference.version });
    const said = path.join() === 'comparableWith' ? declarationOf({ comparableWith: value }) : undefined;
    if (said) return comparability(said.comparable ? 'saidComparable' : 'saidNot', { reason: said.reason });
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  const label = [name || t('survey'), pathText(path)].filter(Boolean).join(': ');
  return (
    <Paper withBorder p="sm">
      <Radio.Group label={label} value={side} onChange={(value) => onSide(value as Side)}>
        <Stack gap={6} mt={6}>
          {(['mine', 'theirs'] as const).map((each) => (
            <Radio
              key={each}
              value={each}
              label={`${t(each === 'mine' ? 'conflictMine' : 'conflictTheirs')}: ${valueText(conflict[each])}`}
            />
          ))}
        </Stack>
      </Radio.Group>
    </Paper>
  );
};
