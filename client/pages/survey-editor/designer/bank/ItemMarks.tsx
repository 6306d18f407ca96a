import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { changesMeaning } from '../../../../components/item/changes.ts';
import { referenceOf } from '../../../../components/item/question.ts';
import { differencesFrom, isProposed } from '../document/items.ts';
import type { Json } from '../document/tree.ts';
import { useBank } from './context.tsx';

/** On a card: from which item, and whether something about that is to be looked at. */
export const ItemMarks = ({ element }: { element: Json }) => {
  const { t } = useTranslation('items');
  const { items } = useBank();
  const reference = referenceOf(element);
  const item = reference && items?.get(reference.name);
  const differs = useMemo(
    () =>
      item !== undefined && item.version === reference?.version && differencesFrom(item, element).some(changesMeaning),
    [item, reference?.version, element],
  );
  if (!reference) return null;
  if (items && !item) return <span className="mark">{t('unknown', { name: reference.name })}</span>;
  return (
    <>
      <span className="mark">{t('fromBank', { name: reference.name, version: reference.version })}</span>
      {differs && <span className="mark warning">≠ {t('differs')}</span>}
      {item && isProposed(reference, item.version) && <span className="mark warning">↑ {t('newer')}</span>}
    </>
  );
};
