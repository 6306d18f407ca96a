import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Item } from '../../../../api/items.ts';
import { useNames } from '../canvas/names.ts';
import { useCanvas } from '../context.ts';
import { refer } from '../document/items.ts';
import { kindOf } from '../document/kinds.ts';
import type { Json, Place } from '../document/tree.ts';
import { SaveDialog } from './SaveDialog.tsx';

/** For what is answered: no page, group or text. */
export const SaveButton = ({ element, place }: { element: Json; place: Place }) => {
  const { t } = useTranslation('items');
  const { t: common } = useTranslation();
  const { apply } = useCanvas();
  const { titleOf } = useNames();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const kind = kindOf(element);
  if (kind === undefined || kind === 'panel' || kind === 'html') return null;
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const saved = (item: Item) => {
    apply((definition) => refer(definition, place, item));
    close();
    notifications.show({
      message: t('saved', { name: titleOf(element), version: item.version }),
      closeButtonProps: { 'aria-label': common('close') },
    });
  };
  return (
    <>
      <Button ref={button} variant="default" size="xs" h={34} onClick={() => setOpen(true)}>
        {t('save')} …
      </Button>
      {isOpen && <SaveDialog element={element} onSaved={saved} onClose={close} />}
    </>
  );
};
