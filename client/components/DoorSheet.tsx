import { Container, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from './LanguageSwitch.tsx';

/** The pages before one is in: sign-in and set-up. */
export const DoorSheet = ({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) => {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} – ${t('brand')}`;
  }, [title, t]);
  return (
    <Container size={440} py={{ base: 'md', sm: 64 }} component="main">
      <Group justify="space-between" mb="lg">
        <Text fw={700} size="lg" c="pine.8">
          {t('brand')}
        </Text>
        <LanguageSwitch />
      </Group>
      <Paper withBorder p={{ base: 'md', sm: 'xl' }} radius="md">
        <Stack gap="md">
          <Title order={1}>{title}</Title>
          {lead && <Text className="quiet">{lead}</Text>}
          {children}
        </Stack>
      </Paper>
    </Container>
  );
};
