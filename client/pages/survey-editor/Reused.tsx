// Codes that answers were given under with another meaning.
import { Alert, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReusedCode } from '../../../server/contract/survey.ts';
import { useText } from '../../components/useText.ts';

export const ReusedText = ({ reused: { code, version, was, is } }: { reused: ReusedCode }) => {
  const { t } = useTranslation('versions');
  const text = useText();
  return t('reused', { code, version, was: text(was), is: text(is) });
};

export const Reused = ({ reused }: { reused: readonly ReusedCode[] }) => {
  const { t } = useTranslation('versions');
  return (
    <Alert color="yellow" title={t('reusedTitle')}>
      <List size="sm">
        {reused.map((each) => (
          <List.Item key={`${each.question} ${each.part} ${each.code}`}>
            <ReusedText reused={each} />
          </List.Item>
        ))}
      </List>
      <Text size="sm" mt="xs">
        {t('reusedRemedy')}
      </Text>
    </Alert>
  );
};
