import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { designer as en } from '../../../../text/en/designer.ts';
import { designer as sv } from '../../../../text/sv/designer.ts';
import { cardId, titleId, useCanvas } from '../context.ts';
import { type Beginnings, type Kind, newElement } from '../document/kinds.ts';
import { insertElement } from '../document/operations.ts';
import { objectAt, type Place } from '../document/tree.ts';

const groups = {
  choose: ['radiogroup', 'checkbox', 'boolean', 'dropdown', 'tagbox', 'imagepicker', 'ranking'],
  scale: ['rating', 'matrix'],
  write: ['text', 'comment', 'number', 'date', 'multipletext'],
  other: ['html', 'panel', 'paneldynamic', 'signaturepad', 'expression'],
} as const satisfies Record<string, readonly Kind[]>;
/** One repeating panel does not stand in another; what is computed or signed stands outside. */
const notInEntries: readonly Kind[] = ['paneldynamic', 'signaturepad', 'expression'];
const groupNames = ['choose', 'scale', 'write', 'other'] as const;

/** A new element begins in the languages that the product itself is written in. */
const beginnings: Beginnings = {
  question: { sv: sv.newQuestion, en: en.newQuestion },
  panel: { sv: sv.newPanel, en: en.newPanel },
  information: { sv: sv.newInformation, en: en.newInformation },
  choice: { sv: sv.newChoice, en: en.newChoice },
  entry: { sv: sv.newEntry, en: en.newEntry },
  addEntry: { sv: sv.newAddEntry, en: en.newAddEntry },
  removeEntry: { sv: sv.newRemoveEntry, en: en.newRemoveEntry },
  noEntry: { sv: sv.newNoEntry, en: en.newNoEntry },
};
export const newChoice = beginnings.choice;

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
  const { apply, focus, say, form } = useCanvas();
  const isOffered = (kind: Kind) => !isInEntry || !notInEntries.includes(kind);
  const add = (kind: Kind) => {
    const made = apply((definition) =>
      insertElement(definition, group, newElement(kind, objectAt(definition, form) ?? definition, beginnings), at),
    );
    if (!made) return;
    focus(kind === 'panel' ? cardId(made.place) : titleId(made.place));
    say(t('added', { name: t(`kinds.${kind}`) }));
  };
  return (
    <Menu position="bottom-start" width={480} withinPortal returnFocus={false}>
      <Menu.Target>
        <Button variant="default" size="xs" leftSection="+" aria-label={spoken ?? label}>
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
      </Menu.Dropdown>
    </Menu>
  );
};
