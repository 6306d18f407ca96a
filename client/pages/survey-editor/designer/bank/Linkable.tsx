import { Button, Group, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useItemHistories } from '../../../../api/items.ts';
import { useCanvas } from '../context.ts';
import { type Banked, linkAll, linkableIn, unlinkedIn } from '../document/items.ts';
import type { Json } from '../document/tree.ts';
import { useBank } from './context.tsx';

/** A survey from before the bank, or from a file, may hold its questions without saying so. */
export const Linkable = ({ definition }: { definition: Json }) => {
  const { t } = useTranslation('items');
  const { apply, say } = useCanvas();
  const { items } = useBank();
  const latest = useMemo(() => [...(items?.values() ?? [])], [items]);
  const unlinked = useMemo(() => unlinkedIn(definition), [definition]);
  const changed = latest.filter(({ version, question }) => version > 1 && unlinked.has(String(question.name)));
  const histories = useItemHistories(changed.map(({ name }) => name));
  const linkable = useMemo(() => {
    const earlier = histories.flatMap(({ name, versions }): Banked[] => versions.map((each) => ({ ...each, name })));
    return linkableIn(definition, [...earlier, ...latest]);
  }, [definition, histories, latest]);
  const count = linkable.length;
  if (count === 0) return null;
  const link = () => apply((whole) => linkAll(whole, linkable), { select: null }) && say(t('linked', { count }));
  return (
    <Group gap="xs" justify="space-between">
      <Text size="sm" className="quiet" style={{ flex: '1 1 16rem' }}>
        {t('linkable', { count })}
      </Text>
      <Button variant="default" size="xs" onClick={link}>
        {t('link', { count })}
      </Button>
    </Group>
  );
};
