import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '../../components/Empty.tsx';

export const NotFoundPage = () => {
  const { t } = useTranslation();
  return (
    <Empty
      title={t('notFoundTitle')}
      action={
        <Button component={Link} to="/">
          {t('home')}
        </Button>
      }
    >
      {t('notFoundText')}
    </Empty>
  );
};
