import { Group, ThemeIcon, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** One thing to look at, told as well or not by a sign and a word. */
export const CheckLine = ({ isFine, children }: { isFine: boolean; children: ReactNode }) => {
  const { t } = useTranslation('review');
  return (
    <Group gap="xs" wrap="nowrap" align="start">
      <ThemeIcon
        size="sm"
        radius="xl"
        variant="light"
        color={isFine ? 'pine' : 'yellow'}
        c="dark.9"
        fw={700}
        aria-hidden
      >
        {isFine ? '✓' : '!'}
      </ThemeIcon>
      <div>
        <VisuallyHidden>{t(isFine ? 'fine' : 'look')}: </VisuallyHidden>
        {children}
      </div>
    </Group>
  );
};
