import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isJson } from '../designer/document/tree.ts';
import type { Answers } from './PathsView.tsx';

const read = (text: string): Answers | undefined => {
  try {
    const found: unknown = JSON.parse(text.trim() === '' ? '{}' : text);
    return isJson(found) ? found : undefined;
  } catch {
    return undefined;
  }
};

/** The same set of answers as text, to be pasted and copied. */
export const JsonAnswers = ({ answers, onAnswers }: { answers: Answers; onAnswers: (answers: Answers) => void }) => {
  const { t } = useTranslation('paths');
  const written = JSON.stringify(answers, null, 2);
  const [typed, setTyped] = useState<string>();
  const [isCopied, setCopied] = useState(false);
  const shown = typed ?? written;
  const change = (text: string) => {
    setTyped(text);
    setCopied(false);
    const next = read(text);
    if (next) onAnswers(next);
  };
  const copy = () => navigator.clipboard?.writeText(shown).then(() => setCopied(true));
  return (
    <Stack gap="xs">
      <Textarea
        label={t('answersJson')}
        description={t('answersJsonHelp')}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        spellCheck={false}
        autosize
        minRows={6}
        maxRows={16}
        value={shown}
        error={read(shown) === undefined && t('answersWrong')}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <Group gap="sm">
        <Button variant="default" size="xs" onClick={copy}>
          {t('copy')}
        </Button>
        <span role="status" className="quiet small">
          {isCopied && t('copied')}
        </span>
      </Group>
    </Stack>
  );
};
