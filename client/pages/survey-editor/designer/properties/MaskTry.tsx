// The field as it will be answered, and what would be stored of what is written in it.
import { Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../../components/Loading.tsx';
import { useCanvas } from '../context.ts';
import { numberFaults, patternFault } from '../document/masks.ts';
import { isJson, type Json } from '../document/tree.ts';

const MaskPhone = lazy(() => import('./MaskPhone.tsx'));

/** A mask that cannot be used is not tried. */
const isWhole = ({ maskType, maskSettings }: Json): boolean => {
  if (!isJson(maskSettings)) return true;
  if (maskType === 'pattern') return patternFault(maskSettings.pattern) === undefined;
  return maskType === 'datetime' || Object.keys(numberFaults(maskSettings)).length === 0;
};

export const MaskTry = ({ element }: { element: Json }) => {
  const { t } = useTranslation('masks');
  const { shownLanguage } = useCanvas();
  const [stored, setStored] = useState<unknown>();
  if (!isWhole(element)) return null;
  const { maskType, maskSettings } = element;
  const question = { type: 'text', name: 'tried', title: t('try'), titleLocation: 'hidden', maskType, maskSettings };
  return (
    <div>
      <Text size="sm" fw={500}>
        {t('try')}
      </Text>
      <div className="mask-phone">
        <Suspense fallback={<Loading />}>
          <MaskPhone {...{ question, language: shownLanguage, onStored: setStored }} />
        </Suspense>
      </div>
      <Text size="sm" role="status">
        {stored === undefined ? t('nothingStored') : t('storedNow', { value: String(stored) })}
      </Text>
    </div>
  );
};
