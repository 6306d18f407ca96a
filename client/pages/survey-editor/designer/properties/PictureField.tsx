// A picture of a choice stands in the survey itself: nothing is fetched from elsewhere.
import { Button, FileButton, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanvas } from '../context.ts';
import { changeEntry } from '../document/entries.ts';
import type { Place } from '../document/tree.ts';

const mostBytes = 200 * 1024;
const types = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

const readPicture = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

export const PictureField = ({ link, place, list, at }: { link: unknown; place: Place; list: string; at: number }) => {
  const { t } = useTranslation('designer');
  const { apply } = useCanvas();
  const [problem, setProblem] = useState<string>();
  const choose = async (file: File | null) => {
    if (!file) return;
    if (!types.includes(file.type)) return setProblem(t('pictureWrong'));
    if (file.size > mostBytes) return setProblem(t('pictureTooLarge', { size: Math.ceil(file.size / 1024) }));
    const picture = await readPicture(file).catch(() => undefined);
    setProblem(picture === undefined ? t('pictureWrong') : undefined);
    if (picture !== undefined) apply((definition) => changeEntry(definition, place, list, at, 'imageLink', picture));
  };
  return (
    <Group gap="sm">
      {typeof link === 'string' && link !== '' && <img src={link} alt="" className="picture" />}
      <FileButton onChange={choose} accept={types.join(',')}>
        {(props) => (
          <Button {...props} variant="default" size="xs" aria-label={t('picture', { number: at + 1 })}>
            {t('choosePicture')}
          </Button>
        )}
      </FileButton>
      {problem && (
        <Text size="sm" c="#9b1026" role="alert">
          {problem}
        </Text>
      )}
    </Group>
  );
};
