import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SurveyProblem } from '../../../api/surveys.ts';

interface Props {
  problems: readonly SurveyProblem[];
  onShow: (problem: SurveyProblem) => void;
}

/** Leads from one to the next, errors first. */
export const NextProblem = ({ problems, onShow }: Props) => {
  const { t } = useTranslation('designer');
  const [at, setAt] = useState(0);
  if (problems.length === 0) return null;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const all = [...errors, ...problems.filter(({ severity }) => severity !== 'error')];
  const next = all[at % all.length];
  const words = [
    errors.length > 0 && t('problemsCount', { count: errors.length }),
    all.length > errors.length && t('warningsCount', { count: all.length - errors.length }),
  ];
  const show = () => {
    setAt(at + 1);
    if (next) onShow(next);
  };
  return (
    <Button variant="default" size="xs" h={34} onClick={show} c={errors.length > 0 ? '#9b1026' : '#7a4b00'}>
      {errors.length > 0 ? '✕' : '▲'} {t('nextProblem', { counts: words.filter(Boolean).join(' · ') })}
    </Button>
  );
};
