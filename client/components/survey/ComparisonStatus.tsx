import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { QuestionComparison } from '../../../server/contract/questionComparison.ts';

const looks = {
  unchanged: { mark: '=', color: '#4b5855' },
  comparable: { mark: '≈', color: 'pine' },
  notComparable: { mark: '≠', color: '#9b1026' },
  added: { mark: '+', color: '#1b4f9c' },
  removed: { mark: '−', color: 'dark' },
} as const;

/** Word, shape and colour. */
export const ComparisonStatus = ({ status }: { status: QuestionComparison['status'] }) => {
  const { t } = useTranslation('surveys');
  const { mark, color } = looks[status];
  return (
    <Badge variant="outline" color={color} tt="none" leftSection={<span aria-hidden="true">{mark}</span>}>
      {t(`status.${status}`)}
    </Badge>
  );
};
