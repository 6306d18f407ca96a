import { Anchor, Button, Group, List, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../canvas/names.ts';
import { cardId, useCanvas } from '../context.ts';
import { proposalsIn, takeOverAll } from '../document/items.ts';
import type { Json } from '../document/tree.ts';
import { useBank } from './context.tsx';
import { Note } from './Note.tsx';

/** Above the canvas: which questions have become newer in the bank. */
export const Proposals = ({ definition }: { definition: Json }) => {
  const { t } = useTranslation('items');
  const { apply, select, focus, say } = useCanvas();
  const { titleOf } = useNames();
  const { items } = useBank();
  const proposals = useMemo(() => (items ? proposalsIn(definition, items) : []), [definition, items]);
  if (proposals.length === 0) return null;
  const take = () => {
    if (!apply((whole) => takeOverAll(whole, proposals), { select: null })) return;
    say(t('tookOverAll', { count: proposals.length }));
  };
  return (
    <Note isGrave title={t('proposalsTitle', { count: proposals.length })}>
      <List size="sm" mb="xs">
        {proposals.map(({ place, element, from, item }) => (
          <List.Item key={place}>
            <Anchor
              component="button"
              type="button"
              size="sm"
              ta="start"
              onClick={() => {
                select(place);
                focus(cardId(place));
              }}
            >
              {titleOf(element)}
            </Anchor>{' '}
            <Text span size="sm">
              ({t('proposalLine', { from, to: item.version })})
            </Text>
          </List.Item>
        ))}
      </List>
      <Group>
        <Button size="xs" variant="default" onClick={take}>
          {t('takeOverAll')}
        </Button>
      </Group>
    </Note>
  );
};
