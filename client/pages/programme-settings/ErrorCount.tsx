import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Leads to refused fields that stand in another tab or in a closed goal. */
export const ErrorCount = ({ count }: { count: number }) => {
  const { t } = useTranslation('settings');
  if (count === 0) return null;
  return (
    <Badge color="red.9" size="sm" tt="none">
      {t('toCorrect', { count })}
    </Badge>
  );
};
