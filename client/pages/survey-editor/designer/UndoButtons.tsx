import { ActionIcon } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Design } from './useDesign.ts';

interface Props extends Pick<Design, 'canUndo' | 'canRedo'> {
  onUndo: () => void;
  onRedo: () => void;
}

export const UndoButtons = ({ canUndo, canRedo, onUndo, onRedo }: Props) => {
  const { t } = useTranslation('designer');
  const button = (label: string, keys: string, sign: string, isThere: boolean, act: () => void) => (
    <ActionIcon
      variant="default"
      size="lg"
      aria-label={label}
      title={`${label} (${keys})`}
      disabled={!isThere}
      onClick={act}
    >
      <span aria-hidden="true">{sign}</span>
    </ActionIcon>
  );
  return (
    <>
      {button(t('undo'), 'Ctrl+Z', '↶', canUndo, onUndo)}
      {button(t('redo'), 'Ctrl+Shift+Z', '↷', canRedo, onRedo)}
    </>
  );
};
