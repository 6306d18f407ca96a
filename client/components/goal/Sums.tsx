import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnyGoalResult } from '../../api/results.ts';
import { useNumbers } from '../useNumbers.ts';
import { type GroupRow, reconcile } from './rows.ts';

/** Whether the groups make the total, so that nobody has to add them up. */
export const Sums = ({
  result,
  rows,
  crossed,
}: {
  result: AnyGoalResult;
  rows: readonly GroupRow[];
  crossed: boolean;
}) => {
  const { t } = useTranslation('goals');
  const { whole } = useNumbers();
  const sums = reconcile(result, rows);
  const words = () => {
    if (!sums) return '';
    if (sums.kind === 'hidden') return t('sumsHidden');
    const { groups, lacking, total } = sums;
    return t(lacking === 0 ? 'sumsWhole' : 'sums', {
      groups: whole(groups),
      lacking: whole(lacking),
      total: whole(total),
    });
  };
  return (
    <Text size="sm" className="quiet">
      {words()} {crossed && t('emptyPairs')}
    </Text>
  );
};
