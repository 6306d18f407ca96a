import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SurveyWays } from '../../../api/surveyPaths.ts';

/** The shortest way and the longest. */
export const Summary = ({ ways }: { ways: SurveyWays }) => {
  const { t } = useTranslation('paths');
  const words = ({ questions, minutes }: { questions: number; minutes: number }) =>
    `${t('questions', { count: questions })}, ${t('minutes', { count: minutes })}`;
  const { shortest, longest } = ways;
  const isOne = shortest.questions === longest.questions && shortest.minutes === longest.minutes;
  const isSure = ways.combinations !== null;
  return (
    <dl className="lengths">
      {isOne ? (
        <div>
          <dt>{t('everyWay')}</dt>
          <dd>{words(shortest)}</dd>
        </div>
      ) : (
        <>
          <div>
            <dt>{t(isSure ? 'shortest' : 'atLeast')}</dt>
            <dd>{words(shortest)}</dd>
          </div>
          <div>
            <dt>{t(isSure ? 'longest' : 'atMost')}</dt>
            <dd>{words(longest)}</dd>
          </div>
        </>
      )}
      {isSure && ways.count === 0 && (
        <Text size="sm" c="#9b1026">
          ✕ {t('noWay')}
        </Text>
      )}
    </dl>
  );
};
