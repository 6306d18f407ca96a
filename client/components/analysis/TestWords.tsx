import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Table } from '../../api/analysis.ts';
import { useNumbers } from '../useNumbers.ts';

const reasons = { hidden: 'noTestHidden', multiple: 'noTestMultiple', tooFew: 'noTestTooFew' } as const;
/** Cohen's limits for his w, the root of chi-square over n (1988, Statistical Power Analysis, 7.2.3): the same for tables of any size. */
const strengthOf = (w: number) => (w < 0.1 ? 'faint' : w < 0.3 ? 'weak' : w < 0.5 ? 'moderate' : 'strong');

/** The test of independence in plain words, with its condition; or why there is none. */
export const TestWords = ({ test, noTest }: Pick<Table, 'test' | 'noTest'>) => {
  const { t } = useTranslation('analysis');
  const { decimal, percent } = useNumbers();
  if (!test)
    return noTest ? (
      <Text size="sm" className="quiet">
        {t(reasons[noTest])}
      </Text>
    ) : null;
  const { n, chiSquare, df, p, v, condition } = test;
  const chance = p < 0.001 ? t('pUnder') : t('pIs', { p: decimal(p, 3) });
  const figures = { chiSquare: decimal(chiSquare, 2), df, p: chance };
  const expected = { share: percent(condition.underFive), smallest: decimal(condition.smallest, 1) };
  return (
    <div style={{ maxWidth: '44rem' }}>
      <Text size="sm">
        {condition.holds ? t(p < 0.05 ? 'related' : 'unrelated', figures) : t('uncertain', { ...figures, ...expected })}{' '}
        {t('v', { strength: t(strengthOf(Math.sqrt(chiSquare / n))), v: decimal(v, 2) })}
      </Text>
      {condition.holds && (
        <Text size="sm" className="quiet">
          {t('conditionHolds')}
        </Text>
      )}
    </div>
  );
};
