import type { surveyNames as swedish } from '../sv/surveyNames.ts';

export const surveyNames: typeof swedish = {
  exit: 'Exit survey',
  treatment: 'Treatment survey',
  collaboration: 'Collaboration survey',
  progressionCard: 'Progression card',
};
