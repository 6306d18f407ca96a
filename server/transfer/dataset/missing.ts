// The two reasons why a number may be missing, as SPSS keeps them: user-missing values with labels.
export const missing = {
  notAsked: { number: -9999, label: { sv: 'Inte ställd', en: 'Not asked' } },
  notAnswered: { number: -9998, label: { sv: 'Inte besvarad', en: 'Not answered' } },
} as const;
