export const surveyNames = {
  exit: 'Avslutningsenkät',
  treatment: 'Bemötandeenkät',
  collaboration: 'Samverkansenkät',
  progressionCard: 'Progressionskort',
};
