import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../server/contract/programme.ts';
import type { QualityQuestion } from '../../api/quality.ts';
import { useGroupNames } from '../../components/results/useGroupNames.ts';
import { useNumbers } from '../../components/useNumbers.ts';

type By = QualityQuestion['groups'][number]['by'];
const variableOf = (by: By) => Object.entries(by)[0] ?? ['', ''];

/** A question's groups, and in words the one that leaves it out oftener than chance explains. */
export const WhoLeavesOut = ({ programme, question }: { programme: Programme; question: QualityQuestion }) => {
  const { t } = useTranslation('quality');
  const names = useGroupNames(programme);
  const { whole, decimal } = useNumbers();
  const { groups, uneven } = question;
  if (groups.length === 0) return null;
  const nameOf = (by: By) => {
    const [variable, value] = variableOf(by);
    return names.group(variable, value);
  };
  const points = (share: number) => decimal(share * 100, 1);
  return (
    <>
      {uneven?.ci95 && (
        <Text size="sm">
          {t('uneven', {
            ...{ group: nameOf(uneven.by), points: points(uneven.estimate) },
            ...{ low: points(uneven.ci95[0]), high: points(uneven.ci95[1]) },
          })}
        </Text>
      )}
      <details>
        <summary>{t('byGroup')}</summary>
        <ul className="places">
          {groups.map(({ by, unanswered, asked }) => (
            <li key={JSON.stringify(by)}>
              {t('groupCount', { group: nameOf(by), count: whole(unanswered), of: whole(asked) })}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
};
