import { Button, Container } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Empty } from './Empty.tsx';

/** A page that broke says so, and the rest of the product goes on. */
export const RouteFailure = () => {
  const { t } = useTranslation();
  return (
    <Container size="sm" py="xl" component="main">
      <Empty title={t('failedTitle')} action={<Button onClick={() => window.location.reload()}>{t('again')}</Button>}>
        {t('failedText')}
      </Empty>
    </Container>
  );
};
