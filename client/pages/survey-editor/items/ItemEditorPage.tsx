import { Anchor, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { type Item, useItem } from '../../../api/items.ts';
import { itemPath } from '../../../components/item/address.ts';
import { Loading } from '../../../components/Loading.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { useText } from '../../../components/useText.ts';
import { ItemWriting } from './ItemWriting.tsx';

const ItemEditorPage = () => {
  const { name = '' } = useParams();
  const item = useItem(name);
  if (item.isLoadingError) return <ProblemNotice error={item.error} onAgain={() => item.refetch()} />;
  if (!item.data) return <Loading />;
  return <NextVersion key={name} item={item.data} />;
};
export default ItemEditorPage;

/** What was read when writing began is what it becomes the next version of: a newer one is told when it is saved. */
const NextVersion = ({ item: read }: { item: Item }) => {
  const { t } = useTranslation('items');
  const { t: common } = useTranslation();
  const text = useText();
  const navigate = useNavigate();
  const [item] = useState(read);
  const title = text(item.question.title as Record<string, string>) || item.name;
  const saved = ({ name, version }: Item) => {
    notifications.show({
      message: t('saved', { name: title, version }),
      closeButtonProps: { 'aria-label': common('close') },
    });
    navigate(itemPath(name));
  };
  return (
    <>
      <PageHead
        title={t('editorTitle', { version: item.version + 1, name: item.name })}
        lead={<Text span>{t('editorLead')}</Text>}
        above={
          <Anchor component={Link} to={itemPath(item.name)} size="sm">
            {title}
          </Anchor>
        }
      />
      <ItemWriting
        question={item.question}
        target={item}
        owners={[item.programme]}
        onSaved={saved}
        onCancel={() => navigate(itemPath(item.name))}
      />
    </>
  );
};
