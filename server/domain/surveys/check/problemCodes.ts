/** What can be wrong with a survey, by stable code. Whoever shows it says in the reader's language what it is and what to do. */
export const problemCodes = [
  ...([
    'invalid-json',
    'duplicate-property',
    'wrong-shape',
    'invalid-name',
    'invalid-version',
    'too-deep',
    'too-large',
  ] as const),
  ...(['no-pages', 'no-questions', 'too-many-questions', 'does-not-load', 'does-not-compile'] as const),
  ...(['unsupported-property', 'unsupported-type', 'unknownproperty', 'no-expression'] as const),
  ...(['empty-choices', 'choice-without-value', 'choice-without-text', 'duplicate-value', 'code-not-text'] as const),
  ...(['invalid-value', 'empty-scale', 'long-scale', 'number-without-explanation'] as const),
  ...(['duplicate-name', 'reserved-name', 'invalid-limit', 'no-answer', 'unsafe-pattern'] as const),
  ...(['invalid-mask', 'mask-conflict', 'foreign-picture', 'active-html'] as const),
  ...(['missing-swedish', 'missing-language', 'one-language'] as const),
  ...(['expression-syntax', 'expression-name', 'expression-function', 'conditional-expression'] as const),
  ...(['never-true', 'always-true', 'unknown-code', 'condition-cycle'] as const),
  ...(['not-in-repeating-panel', 'empty-panel', 'unknown-key', 'not-in-card', 'signature-in-anonymous'] as const),
  ...(['skip-place', 'skip-backwards', 'skip-nothing', 'skip-incomplete', 'skip-later'] as const),
  ...(['skip-computed', 'skip-mismatch'] as const),
  ...(['declaration-reason', 'declaration-version', 'declaration-question', 'declaration-kind'] as const),
  ...(['declaration-first', 'declaration-older', 'declaration-outdated', 'declaration-needless'] as const),
] as const;
export type ProblemCode = (typeof problemCodes)[number];
