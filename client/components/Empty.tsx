import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** What comes here, and the first step towards it. */
export const Empty = ({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) => (
  <Paper withBorder p="xl" radius="md" style={{ borderStyle: 'dashed' }}>
    <Stack gap="xs" align="start">
      <Title order={2}>{title}</Title>
      {children && <Text className="quiet">{children}</Text>}
      {action}
    </Stack>
  </Paper>
);
