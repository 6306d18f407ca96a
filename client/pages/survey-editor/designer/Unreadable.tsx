import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Design } from './useDesign.ts';

export const Unreadable = ({ onCode, design }: { onCode: () => void; design: Design }) => {
  const { t } = useTranslation('designer');
  return (
    <div className="unreadable" role="alert">
      <p>{t('unreadable')}</p>
      <Group gap="sm">
        <Button onClick={onCode}>{t('toJson')}</Button>
        {design.canUndo && (
          <Button variant="default" onClick={design.undo}>
            {t('undo')}
          </Button>
        )}
      </Group>
    </div>
  );
};
