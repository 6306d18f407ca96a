import { ActionIcon } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCanvas } from '../context.ts';
import { moveEntry } from '../document/entries.ts';
import type { Place } from '../document/tree.ts';
import type { List } from './useEntries.ts';

interface Props {
  place: Place;
  list: List;
  at: number;
  isLast: boolean;
  onRemove: () => void;
}

/** Up, down and away. */
export const EntryTools = ({ place, list, at, isLast, onRemove }: Props) => {
  const { t } = useTranslation('designer');
  const { apply } = useCanvas();
  const number = at + 1;
  const move = (step: -1 | 1) => apply((definition) => moveEntry(definition, place, list, at, step));
  return (
    <>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('choiceUp', { number })}
        disabled={at === 0}
        onClick={() => move(-1)}
      >
        <span aria-hidden="true">↑</span>
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('choiceDown', { number })}
        disabled={isLast}
        onClick={() => move(1)}
      >
        <span aria-hidden="true">↓</span>
      </ActionIcon>
      <ActionIcon variant="default" size="lg" aria-label={t('removeChoice', { number })} onClick={onRemove}>
        <span aria-hidden="true">✕</span>
      </ActionIcon>
    </>
  );
};
