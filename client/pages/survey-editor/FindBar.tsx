import { ActionIcon, Group, Text, TextInput } from '@mantine/core';
import { type RefObject, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { selectIn } from './CodeArea.tsx';
import { findAll, lineAt } from './codeText.ts';

interface Props {
  area: RefObject<HTMLTextAreaElement | null>;
  source: string;
  /** The line that the match stands on; undefined when nothing is searched for. */
  onFound: (line: number | undefined) => void;
}

export const FindBar = ({ area, source, onFound }: Props) => {
  const { t } = useTranslation('surveys');
  const [words, setWords] = useState('');
  const [at, setAt] = useState(-1);
  const found = useMemo(() => findAll(source, words), [source, words]);
  const show = (matches: readonly number[], index: number, length: number) => {
    const offset = matches[index];
    setAt(index);
    onFound(offset === undefined ? undefined : lineAt(source, offset));
    if (offset !== undefined) selectIn(area.current, offset, offset + length, false);
  };
  const step = (by: number) => {
    if (found.length > 0) show(found, (at + by + found.length) % found.length, words.length);
  };
  const search = (typed: string) => {
    setWords(typed);
    show(findAll(source, typed), 0, typed.length);
  };
  return (
    <Group gap="xs" wrap="nowrap">
      <TextInput
        aria-label={t('find')}
        placeholder={t('find')}
        type="search"
        value={words}
        onChange={(event) => search(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          step(event.shiftKey ? -1 : 1);
        }}
      />
      <ActionIcon variant="default" size={36} aria-label={t('findPrevious')} onClick={() => step(-1)}>
        ↑
      </ActionIcon>
      <ActionIcon variant="default" size={36} aria-label={t('findNext')} onClick={() => step(1)}>
        ↓
      </ActionIcon>
      <Text size="sm" className="quiet" role="status" style={{ whiteSpace: 'nowrap' }}>
        {words !== '' &&
          (found.length > 0
            ? t('findCount', { at: Math.min(at, found.length - 1) + 1, count: found.length })
            : t('findNone'))}
      </Text>
    </Group>
  );
};
