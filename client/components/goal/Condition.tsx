import { Code, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { conditionWords, type Vocabulary } from './conditionWords.ts';

/** A condition in plain words, and as it is written, for whoever wants to check. */
const Condition = ({ expression, words }: { expression: string; words: Vocabulary }) => {
  const { t } = useTranslation('goals');
  const said = conditionWords(expression, words);
  return (
    <>
      {said && <Text>{said.charAt(0).toUpperCase() + said.slice(1)}.</Text>}
      <details className="no-print">
        <summary className="quiet">{t('asWritten')}</summary>
        <Code style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{expression}</Code>
      </details>
    </>
  );
};
export default Condition;
