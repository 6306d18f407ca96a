import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { piecesOf } from './texts.ts';
import { useWriting } from './useWriter.ts';
import type { Writer } from './writer.ts';

/** Where the page goes to when somebody asks where the choice is. */
export const conflictAnchor = (piece: string): string => `conflict-${piece.replace('.', '-')}`;

/** Both texts of a piece that two have written at once: neither is lost before one has been chosen, or both. */
export const Conflict = ({ writer, piece }: { writer: Writer; piece: string }) => {
  const { t } = useTranslation('report');
  const isOpen = useWriting(writer, ({ conflicts }) => conflicts.includes(piece));
  const theirs = useWriting(writer, (writing) => writing.theirs);
  const mine = useWriting(writer, ({ pieces }) => pieces[piece] ?? '');
  if (!isOpen || !theirs) return null;
  const name = theirs.changedBy ?? t('somebody');
  const isLanguage = piece === 'language';
  const said = (text: string) => {
    if (isLanguage) return t(text === 'en' ? 'english' : 'swedish');
    return text.trim() ? text : t('emptied');
  };
  return (
    <Alert
      id={conflictAnchor(piece)}
      className="conflict no-print"
      color="yellow"
      variant="light"
      role="alert"
      title={t('conflictTitle', { name })}
    >
      <Stack gap="xs">
        <Text size="sm">{t('conflictLead')}</Text>
        <div className="both-texts">
          <Version title={t('mine')} text={said(mine)} />
          <Version title={t('theirs', { name })} text={said(piecesOf(theirs)[piece] ?? '')} />
        </div>
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={() => writer.choose(piece, 'mine')}>
            {t('keepMine')}
          </Button>
          <Button size="xs" variant="default" onClick={() => writer.choose(piece, 'theirs')}>
            {t('takeTheirs')}
          </Button>
          {!isLanguage && (
            <Button size="xs" onClick={() => writer.choose(piece, 'both')}>
              {t('keepBoth')}
            </Button>
          )}
        </Group>
      </Stack>
    </Alert>
  );
};

const Version = ({ title, text }: { title: string; text: string }) => (
  <div>
    <Text size="sm" fw={600}>
      {title}
    </Text>
    <Text component="blockquote" m={0}>
      {text}
    </Text>
  </div>
);
