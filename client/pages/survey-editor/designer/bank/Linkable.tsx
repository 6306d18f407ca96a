import { Button, Group, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanvas } from '../context.ts';
import { linkAll, linkableIn } from '../document/items.ts';
import type { Json } from '../document/tree.ts';
import { useBank } from './context.tsx';

/** A survey from before the bank, or from a file, may hold its questions without saying so. */
export const Linkable = ({ definition }: { definition: Json }) => {
  const { t } = useTranslation('items');
  const { apply, say } = useCanvas();
  const { items } = useBank();
  const linkable = useMemo(() => (items ? linkableIn(definition, items.values()) : []), [definition, items]);
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
