import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SurveyProblem } from '../../api/surveys.ts';
import { languageWithin } from '../../text/respond/languages.ts';
import { advice } from '../../text/sv/advice.ts';
import { surveys } from '../../text/sv/surveys.ts';

const isKnown = (code: string): code is keyof typeof advice => Object.hasOwn(advice, code);
/** Of what was written in JSON or elsewhere: the server's own words tell what exactly. */
const technical: readonly string[] = [
  ...[
    'wrong-shape',
    'unsupported-property',
    'unsupported-type',
    'unknownproperty',
    'does-not-load',
    'does-not-compile',
  ],
  ...['invalid-mask', 'mask-conflict', 'unsafe-pattern'],
];

const hasTitle = (code: string): code is keyof typeof surveys.codes => Object.hasOwn(surveys.codes, code);

/** What is wrong, in a few words. */
export const useProblemTitle = () => {
  const { t } = useTranslation('surveys');
  return ({ code }: SurveyProblem): string => t(`codes.${hasTitle(code) ? code : 'other'}`);
};

/** What to do about it in the reader's language, and what it is about. */
export const ProblemAdvice = ({ problem }: { problem: SurveyProblem }) => {
  const { t } = useTranslation('advice');
  const { code, message, about = [] } = problem;
  const named = code === 'missing-language' ? about.map(languageWithin) : about;
  return (
    <>
      {isKnown(code) && (
        <Text span size="sm">
          {t(code)}
        </Text>
      )}
      {isKnown(code) && named.length > 0 && (
        <Text span size="sm" className="quiet">
          {' '}
          ({named.join(' · ')})
        </Text>
      )}
      {(!isKnown(code) || technical.includes(code)) && (
        <Text span size="sm" className="quiet" lang="en">
          {' '}
          {message}
        </Text>
      )}
    </>
  );
};
