import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  /** Above the title: where this page belongs. */
  above?: ReactNode;
}

/** One heading a page, also the window's title. */
export const PageHead = ({ title, lead, actions, above }: Props) => {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} – ${t('brand')}`;
  }, [title, t]);
  return (
    <Group justify="space-between" align="end" mb="md" gap="sm">
      <Stack gap={2} style={{ minWidth: 0, flex: '1 1 16rem' }}>
        {above}
        <Title order={1}>{title}</Title>
        {lead && <Text className="quiet">{lead}</Text>}
      </Stack>
      {actions && <Group gap="xs">{actions}</Group>}
    </Group>
  );
};
