// What can be done to a card as a whole.
import { ActionIcon, Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { SaveButton } from '../bank/SaveButton.tsx';
import { cardId, useCanvas } from '../context.ts';
import { duplicate, moveBy, moveInto, remove } from '../document/operations.ts';
import { entryOf, type Json, listOf, type Place, readAt } from '../document/tree.ts';
import { MoveMenu } from './MoveMenu.tsx';
import { useNames } from './names.ts';

/** The same by button, by key and by menu; each says what it did. */
export const useTools = (place: Place, element: Json) => {
  const { t } = useTranslation('designer');
  const { t: common } = useTranslation();
  const { apply, focus, say, select } = useCanvas();
  const { titleOf, positionOf } = useNames();
  const name =
    element.type === undefined && element.title === undefined
      ? t('page', { number: entryOf(place).at + 1 })
      : titleOf(element);
  const move = (step: -1 | 1, select?: Place | null) => {
    const made = apply((definition) => moveBy(definition, place, step), select === undefined ? {} : { select });
    if (!made) return say(t('cannotMove'));
    focus(cardId(made.place));
    say(t('moved', { name, place: positionOf(made.definition, made.place) }));
  };
  const put = (group: Place) => {
    const made = apply((definition) => moveInto(definition, place, group));
    if (!made) return;
    focus(cardId(made.place));
    say(t('moved', { name, place: positionOf(made.definition, made.place) }));
  };
  const copy = () => {
    const made = apply((definition) => duplicate(definition, place));
    if (!made) return;
    focus(cardId(made.place));
    say(t('duplicated', { name }));
  };
  const drop = () => {
    const { list, at } = entryOf(place);
    const made = apply((definition) => remove(definition, place), { select: null });
    if (!made) return;
    const left = listOf(readAt(made.definition, list)).length;
    focus(cardId(left > 0 ? `${list}[${Math.min(at, left - 1)}]` : made.place));
    say(t('removed', { name }));
    notifications.show({ message: t('removedNotice', { name }), closeButtonProps: { 'aria-label': common('close') } });
  };
  return { move, put, copy, drop, close: () => select(undefined), name };
};

interface Props {
  place: Place;
  element: Json;
}

export const Tools = ({ place, element }: Props) => {
  const { t } = useTranslation('designer');
  const tools = useTools(place, element);
  const button = (label: string, sign: string, act: () => void) => (
    <ActionIcon variant="default" size="lg" aria-label={`${label}: ${tools.name}`} title={label} onClick={act}>
      <span aria-hidden="true">{sign}</span>
    </ActionIcon>
  );
  return (
    <Group gap={6} className="tools">
      {button(t('moveUp'), '↑', () => tools.move(-1))}
      {button(t('moveDown'), '↓', () => tools.move(1))}
      {element.type !== undefined && <MoveMenu place={place} onMove={tools.put} />}
      <Button variant="default" size="xs" h={34} onClick={tools.copy}>
        {t('duplicate')}
      </Button>
      <SaveButton element={element} place={place} />
      <Button variant="default" size="xs" h={34} c="#9b1026" onClick={tools.drop}>
        {t('remove')}
      </Button>
    </Group>
  );
};
