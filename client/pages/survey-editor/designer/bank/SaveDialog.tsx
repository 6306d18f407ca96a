// A question of a draft goes into the bank, as a new item or as the next version of the one it came from.
import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Item, ItemSummary } from '../../../../api/items.ts';
import { ItemFields } from '../../../../components/item/ItemFields.tsx';
import { bankedOf, referenceOf } from '../../../../components/item/question.ts';
import { useItemForm } from '../../../../components/item/useItemForm.ts';
import { useNames } from '../canvas/names.ts';
import { named } from '../document/names.ts';
import { type Json, textOf } from '../document/tree.ts';
import { useBank } from './context.tsx';

interface Props {
  element: Json;
  onSaved: (item: Item) => void;
  onClose: () => void;
}
type Way = 'version' | 'new';

/** `supportFromManager` as `support-from-manager` */
const slugOf = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/_/g, '-')
    .toLowerCase();

export const SaveDialog = ({ element, onSaved, onClose }: Props) => {
  const { t } = useTranslation('items');
  const { t: common } = useTranslation();
  const { titleOf } = useNames();
  const { items } = useBank();
  const reference = referenceOf(element);
  const origin = reference && items?.get(reference.name);
  const [way, setWay] = useState<Way>(origin ? 'version' : 'new');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('saveTitle')}
      size="lg"
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack>
        <Text fw={600}>{titleOf(element)}</Text>
        <Text size="sm">{t('saveLead')}</Text>
        {origin && (
          <Radio.Group label={t('saveAs')} value={way} onChange={(value) => setWay(value as Way)}>
            <Stack gap={6} mt={6}>
              <Radio value="version" label={t('asVersion', { name: origin.name })} />
              <Radio value="new" label={t('asNew')} />
            </Stack>
          </Radio.Group>
        )}
        <Saving key={way} {...{ element, onSaved, onClose }} target={way === 'version' ? origin : undefined} />
      </Stack>
    </Modal>
  );
};

/** Of a new version: under the name that the item has, however this survey calls it. */
const questionFor = (element: Json, target: ItemSummary | undefined): Record<string, unknown> => {
  const question = bankedOf(element);
  if (!target) return question;
  const [here, there] = [textOf(element.name), textOf(target.question.name)];
  return { ...named(question, new Map([[here, there]])), name: there };
};

const Saving = ({ element, target, onSaved, onClose }: Props & { target: ItemSummary | undefined }) => {
  const { t } = useTranslation('items');
  const { t: common } = useTranslation();
  const { programme } = useBank();
  const name = textOf(element.name);
  const beginning = target
    ? { name: target.name, theme: target.theme, source: target.source, programme: target.programme }
    : { name: slugOf(name), theme: 'own' as const, source: {}, programme };
  const form = useItemForm(beginning, target, questionFor(element, target));
  return (
    <>
      <ItemFields form={form} target={target} owners={programme === null ? [null] : [programme, null]} />
      <Group justify="end">
        <Button variant="default" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button onClick={() => form.send(onSaved)} loading={form.isSending}>
          {target ? t('saveVersion', { version: target.version + 1 }) : common('save')}
        </Button>
      </Group>
    </>
  );
};
