import { ActionIcon, Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props<Row> {
  rows: readonly Row[];
  onChange: (rows: Row[]) => void;
  empty: Row;
  add: string;
  children: (row: Row, change: (part: Partial<Row>) => void, at: number) => ReactNode;
}

/** A list of small forms, one a row, each of which can be taken away. */
export const Rows = <Row extends object>({ rows, onChange, empty, add, children }: Props<Row>) => {
  const { t } = useTranslation();
  const replace = (at: number, part: Partial<Row>) =>
    onChange(rows.map((row, each) => (each === at ? { ...row, ...part } : row)));
  return (
    <Stack gap="xs" align="stretch">
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no key of their own while they are written
        <Group key={at} className="row-form" gap="xs" align="start" wrap="nowrap">
          <Group gap="xs" align="start" style={{ flex: 1 }}>
            {children(row, (part) => replace(at, part), at)}
          </Group>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            mt={at === 0 ? 26 : 0}
            aria-label={`${t('remove')} ${at + 1}`}
            onClick={() => onChange(rows.filter((_, each) => each !== at))}
          >
            ✕
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button variant="default" size="xs" onClick={() => onChange([...rows, empty])}>
          {add}
        </Button>
      </Group>
    </Stack>
  );
};
