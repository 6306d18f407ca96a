import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { QuestionComparison } from '../../../server/contract/questionComparison.ts';
import { useText } from '../useText.ts';
import { ComparisonStatus } from './ComparisonStatus.tsx';
import type { Wordings } from './questionTitles.ts';
import { useReasons } from './useReasons.ts';

interface Props {
  comparison: readonly QuestionComparison[];
  wordings: Wordings;
}

/** What changed, question by question; what did not is counted. */
export const ComparisonTable = ({ comparison, wordings }: Props) => {
  const { t } = useTranslation('surveys');
  const text = useText();
  const reasonText = useReasons();
  const changed = comparison.filter(({ status }) => status !== 'unchanged');
  const unchanged = comparison.length - changed.length;
  if (changed.length === 0) return <Text>{t('allUnchanged', { count: unchanged })}</Text>;
  return (
    <Stack gap="xs">
      <Table.ScrollContainer minWidth={560}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('question')}</Table.Th>
              <Table.Th w={170}>{t('change')}</Table.Th>
              <Table.Th w="38%">{t('reason')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changed.map(({ question, status, reasons }) => (
              <Table.Tr key={question}>
                <Table.Td>
                  <Text size="sm">{text(wordings.get(question))}</Text>
                  <Text size="xs" className="quiet" ff="monospace">
                    {question}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <ComparisonStatus status={status} />
                </Table.Td>
                <Table.Td>
                  {reasons.map((reason) => (
                    <Text size="sm" key={reason}>
                      {reasonText(reason)}
                    </Text>
                  ))}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {unchanged > 0 && <Text className="quiet">{t('unchangedToo', { count: unchanged })}</Text>}
    </Stack>
  );
};
