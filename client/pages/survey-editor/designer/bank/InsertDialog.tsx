// A question of the bank is found, read and added.
import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ItemSummary, useItems } from '../../../../api/items.ts';
import { Empty } from '../../../../components/Empty.tsx';
import { foundItems } from '../../../../components/item/found.ts';
import { ItemFilter } from '../../../../components/item/ItemFilter.tsx';
import { QuestionTexts } from '../../../../components/item/QuestionTexts.tsx';
import { Loading } from '../../../../components/Loading.tsx';
import { ProblemNotice } from '../../../../components/ProblemNotice.tsx';
import { useNames } from '../canvas/names.ts';
import { useBank } from './context.tsx';

interface Props {
  onInsert: (item: ItemSummary) => void;
  onClose: () => void;
}

export const InsertDialog = ({ onInsert, onClose }: Props) => {
  const { t } = useTranslation('items');
  const { t: common } = useTranslation();
  const { programme } = useBank();
  const items = useItems(programme);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('insertTitle')}
      size="xl"
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {items.isPending && <Loading />}
      {items.isError && <ProblemNotice error={items.error} onAgain={() => items.refetch()} />}
      {items.data?.length === 0 && <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>}
      {items.data && items.data.length > 0 && <Choosing items={items.data} onInsert={onInsert} onClose={onClose} />}
    </Modal>
  );
};

const Choosing = ({ items, onInsert, onClose }: Props & { items: readonly ItemSummary[] }) => {
  const { t } = useTranslation('items');
  const { t: common } = useTranslation();
  const [search, setSearch] = useState('');
  const [theme, setTheme] = useState('');
  const [name, setName] = useState('');
  const found = foundItems(items, search, theme);
  const chosen = found.find((item) => item.name === name);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (chosen) onInsert(chosen);
  };
  return (
    <form onSubmit={send}>
      <Stack>
        <ItemFilter search={search} onSearch={setSearch} theme={theme} onTheme={setTheme} />
        <Text size="sm" className="quiet" role="status">
          {found.length === 0 ? t('noneFound') : t('shownCount', { count: found.length })}
        </Text>
        {found.length > 0 && (
          <Radio.Group aria-label={t('chooseOne')} value={name} onChange={setName}>
            <div className="item-choices">
              {found.map((item) => (
                <Choice key={item.name} item={item} isChosen={item.name === name} />
              ))}
            </div>
          </Radio.Group>
        )}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" disabled={!chosen}>
            {t('insert')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

const Choice = ({ item, isChosen }: { item: ItemSummary; isChosen: boolean }) => {
  const { t } = useTranslation('items');
  const { titleOf, kindName } = useNames();
  const { name, version, theme, question } = item;
  const facts = [t(`themes.${theme}`), kindName(question), `${name}, ${t('version', { version }).toLowerCase()}`];
  return (
    <div className={`item-choice${isChosen ? ' chosen' : ''}`}>
      <Radio
        value={name}
        label={titleOf(question)}
        description={[...facts, question.draft === true && t('proposal')].filter(Boolean).join(' · ')}
      />
      {isChosen && (
        <div className="item-chosen">
          <QuestionTexts question={question} />
        </div>
      )}
    </div>
  );
};
