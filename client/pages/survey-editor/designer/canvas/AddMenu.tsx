import { Button, Menu } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemSummary } from '../../../../api/items.ts';
import { InsertDialog } from '../bank/InsertDialog.tsx';
import { cardId, titleId, useCanvas } from '../context.ts';
import { insertItem } from '../document/items.ts';
import { type Kind, newElement } from '../document/kinds.ts';
import { insertElement } from '../document/operations.ts';
import { objectAt, type Place } from '../document/tree.ts';
import { beginnings } from './beginnings.ts';
import { useNames } from './names.ts';

const groups = {
  choose: ['radiogroup', 'checkbox', 'boolean', 'dropdown', 'tagbox', 'imagepicker', 'ranking'],
  scale: ['rating', 'matrix'],
  write: ['text', 'comment', 'number', 'date', 'multipletext'],
  other: ['html', 'panel', 'paneldynamic', 'signaturepad', 'expression'],
} as const satisfies Record<string, readonly Kind[]>;
/** One repeating panel does not stand in another; what is computed or signed stands outside. */
const notInEntries: readonly Kind[] = ['paneldynamic', 'signaturepad', 'expression'];
const groupNames = ['choose', 'scale', 'write', 'other'] as const;

interface Props {
  group: Place;
  /** At the end when absent. */
  at?: number;
  label: string;
  /** What the label leaves out for those who hear it. */
  spoken?: string;
  /** Of a repeating panel. */
  isInEntry?: boolean;
}

export const AddMenu = ({ group, at, label, spoken, isInEntry = false }: Props) => {
  const { t } = useTranslation('designer');
  const { t: bank } = useTranslation('items');
  const { apply, focus, say, form } = useCanvas();
  const { titleOf } = useNames();
  const [isChoosing, setChoosing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const isOffered = (kind: Kind) => !isInEntry || !notInEntries.includes(kind);
  const add = (kind: Kind) => {
    const made = apply((definition) =>
      insertElement(definition, group, newElement(kind, objectAt(definition, form) ?? definition, beginnings), at),
    );
    if (!made) return;
    focus(kind === 'panel' ? cardId(made.place) : titleId(made.place));
    say(t('added', { name: t(`kinds.${kind}`) }));
  };
  const addItem = (item: ItemSummary) => {
    setChoosing(false);
    const made = apply((definition) => insertItem(definition, group, item, at));
    if (!made) return;
    focus(cardId(made.place));
    say(bank('inserted', { name: titleOf(item.question) }));
  };
  const leave = () => {
    setChoosing(false);
    button.current?.focus();
  };
  return (
    <>
      <Menu position="bottom-start" width={480} withinPortal returnFocus={false}>
        <Menu.Target>
          <Button ref={button} variant="default" size="xs" leftSection="+" aria-label={spoken ?? label}>
            {label}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <div className="kinds">
            {groupNames.map((name) => (
              <div key={name}>
                <Menu.Label>{t(`groups.${name}`)}</Menu.Label>
                {(groups[name] as readonly Kind[]).filter(isOffered).map((kind) => (
                  <Menu.Item key={kind} onClick={() => add(kind)}>
                    {t(`kinds.${kind}`)}
                  </Menu.Item>
                ))}
              </div>
            ))}
          </div>
          <Menu.Divider />
          <Menu.Item onClick={() => setChoosing(true)}>{bank('fromBankMenu')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isChoosing && <InsertDialog onInsert={addItem} onClose={leave} />}
    </>
  );
};
