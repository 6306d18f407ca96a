import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCanvas } from '../context.ts';
import { removeSkip } from '../document/skipOperations.ts';
import { byName, skipsOf, standingsOf } from '../document/skips.ts';
import type { Json, Place } from '../document/tree.ts';

/** Skips that stand after nothing, since somebody changed the JSON: no other card holds them. */
export const LostSkips = ({ form, place }: { form: Json; place: Place }) => {
  const { t } = useTranslation('logic');
  const { apply } = useCanvas();
  const named = byName(standingsOf(form));
  const lost = skipsOf(form).flatMap((skip, at) => (named.has(skip.after) ? [] : [{ skip, at }]));
  if (lost.length === 0) return null;
  return (
    <Stack gap={6}>
      {lost.map(({ skip, at }) => (
        <Group key={skip.name || at} gap="sm">
          <Text size="sm">{t('lostSkip', { after: skip.after, condition: skip.if })}</Text>
          <Button
            variant="default"
            size="xs"
            onClick={() => apply((whole) => removeSkip(whole, place, place, at), { select: place })}
          >
            {t('removeLost')}
          </Button>
        </Group>
      ))}
    </Stack>
  );
};
