// Choices, columns, rows or fields: code and text of each, in order.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanvas } from '../context.ts';
import { codeOf, shapeOf } from '../document/entries.ts';
import { type Json, listOf, type Place } from '../document/tree.ts';
import { Entry } from './Entry.tsx';
import { type List, useEntries } from './useEntries.ts';

export interface EntriesProps {
  element: Json;
  place: Place;
  list: List;
  label: string;
  hasPictures?: boolean;
  hasGuide?: boolean;
}

export const Entries = ({ element, place, list, label, hasPictures, hasGuide }: EntriesProps) => {
  const { t } = useTranslation('designer');
  const { published } = useCanvas();
  const entries = listOf(element[list]);
  const shape = shapeOf(list);
  const base = useId();
  const idOf = (at: number) => `${base}-${at}`;
  const { add, remove, paste, keys } = useEntries(entries, place, list, idOf);
  const key = list === 'choices' || list === 'columns' ? `${String(element.name)}` : '';
  const stored = published.get(key);
  const gone = [...(stored ?? [])].filter((code) => !entries.some((entry) => codeOf(entry, shape) === code));
  return (
    <Stack gap={6} role="group" aria-label={label}>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      {entries.map((entry, at) => (
        <Entry
          // biome-ignore lint/suspicious/noArrayIndexKey: a field that is typed in stays the same field
          key={at}
          {...{ entry, at, list, place, element, hasPictures, hasGuide }}
          id={idOf(at)}
          isLast={at === entries.length - 1}
          isStored={stored?.has(codeOf(entry, shape)) ?? false}
          onPaste={(event, language) => paste(event, at, language)}
          onKeyDown={(event) => keys(event, at)}
          onRemove={() => remove(at)}
        />
      ))}
      <Group gap="sm">
        <Button variant="default" size="xs" leftSection="+" onClick={add}>
          {t('addChoice')}
        </Button>
        <Text size="xs" className="quiet">
          {t('pasteHint')}
        </Text>
      </Group>
      {gone.length > 0 && (
        <Text size="sm" c="#7a4b00">
          ▲ {t('codeGone', { codes: gone.join(', ') })}
        </Text>
      )}
    </Stack>
  );
};
