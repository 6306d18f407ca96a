import { Anchor, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { Item } from '../../../api/items.ts';
import { itemPath } from '../../../components/item/address.ts';
import { PageHead } from '../../../components/PageHead.tsx';
import { beginnings } from '../designer/canvas/beginnings.ts';
import { type Kind, kinds, newElement } from '../designer/document/kinds.ts';
import { ItemWriting } from './ItemWriting.tsx';

/** What is answered by itself: no group, no text, nothing computed of other questions. */
const offered = kinds.filter((kind) => kind !== 'panel' && kind !== 'html' && kind !== 'expression');
const form = { languages: ['sv', 'en'] };

const NewItemPage = () => {
  const { t } = useTranslation('items');
  const { t: designer } = useTranslation('designer');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [kind, setKind] = useState<Kind>('radiogroup');
  const [isUnsaved, setUnsaved] = useState(false);
  const choose = (value: Kind) => {
    if (!isUnsaved || window.confirm(t('otherKind'))) setKind(value);
  };
  const programme = search.get('programme');
  const saved = ({ name, version }: Item) => {
    notifications.show({
      message: t('saved', { name, version }),
      closeButtonProps: { 'aria-label': common('close') },
    });
    navigate(itemPath(name));
  };
  return (
    <>
      <PageHead
        title={t('newTitle')}
        lead={t('newLead')}
        above={
          <Anchor component={Link} to="/items" size="sm">
            {t('title')}
          </Anchor>
        }
        actions={
          <Select
            label={t('kind')}
            allowDeselect={false}
            data={offered.map((value) => ({ value, label: designer(`kinds.${value}`) }))}
            value={kind}
            onChange={(value) => value && choose(value as Kind)}
          />
        }
      />
      <ItemWriting
        key={kind}
        question={newElement(kind, form, beginnings)}
        target={undefined}
        owners={programme === null ? [null] : [programme, null]}
        onUnsaved={setUnsaved}
        onSaved={saved}
        onCancel={() => navigate('/items')}
      />
    </>
  );
};
export default NewItemPage;
