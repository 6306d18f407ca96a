import { ActionIcon, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Design } from '../designer/useDesign.ts';

export const UndoButtons = ({ design: { undo, redo, canUndo, canRedo } }: { design: Design }) => {
  const { t } = useTranslation('designer');
  return (
    <Group gap="xs">
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('undo')}
        title={t('undo')}
        disabled={!canUndo}
        onClick={undo}
      >
        <span aria-hidden="true">↶</span>
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('redo')}
        title={t('redo')}
        disabled={!canRedo}
        onClick={redo}
      >
        <span aria-hidden="true">↷</span>
      </ActionIcon>
    </Group>
  );
};
