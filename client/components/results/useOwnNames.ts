// What the names are called that every programme has, beside those it can be broken down by.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export const useOwnNames = (): Record<string, string> => {
  const { t } = useTranslation('goals');
  return useMemo(
    () => ({
      exitStatus: t('exitStatusName'),
      exitReason: t('exitReasonName'),
      interventions: t('interventionsName'),
      jobFocused: t('jobFocusedName'),
      followUp: t('followUpName'),
      'activity.first': t('activityFirst'),
      'activity.last': t('activityLast'),
      'activityBand.first': t('activityBandFirst'),
      'activityBand.last': t('activityBandLast'),
      age: t('age'),
      birthYear: t('birthYear'),
      start: t('start'),
      end: t('end'),
      days: t('days'),
      cards: t('cards'),
      language: t('language'),
      mode: t('mode'),
      wave: t('waveName'),
    }),
    [t],
  );
};
