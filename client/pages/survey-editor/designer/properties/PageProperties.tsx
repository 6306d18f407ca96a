import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { titleId } from '../context.ts';
import type { Json, Place } from '../document/tree.ts';
import { ElementCondition } from './ElementCondition.tsx';
import { NameField } from './NameField.tsx';
import { ProblemTexts } from './ProblemTexts.tsx';
import { SkipFields } from './SkipFields.tsx';
import { TextField } from './TextField.tsx';

export const PageProperties = ({ page, place }: { page: Json; place: Place }) => {
  const { t } = useTranslation('designer');
  return (
    <Stack gap="sm">
      <ProblemTexts place={place} />
      <TextField value={page.title} place={place} property="title" label={t('pageTitle')} id={titleId(place)} />
      <TextField value={page.description} place={place} property="description" label={t('pageDescription')} isLong />
      <ElementCondition element={page} place={place} property="visibleIf" label={t('visibleIf')} />
      <SkipFields element={page} place={place} />
      <NameField element={page} place={place} />
    </Stack>
  );
};
