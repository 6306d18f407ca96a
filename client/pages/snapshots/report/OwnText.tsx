import { Stack, Textarea, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Conflict } from './Conflict.tsx';
import { useWriting } from './useWriter.ts';
import type { Writer } from './writer.ts';

interface Props {
  writer: Writer;
  piece: string;
  /** Above the text; absent where a heading says it already. */
  label?: string;
  /** For those who hear the page. */
  name: string;
  help: string;
  mayWrite: boolean;
}
/** As many signs as the server takes. */
const mostSigns = 20_000;

/** A text between the figures: written on the screen, prose on paper and for those who only read. */
export const OwnText = ({ writer, piece, label, name, help, mayWrite }: Props) => {
  const text = useWriting(writer, ({ pieces }) => pieces[piece] ?? '');
  const language = useWriting(writer, ({ pieces }) => pieces.language);
  if (!mayWrite) return text.trim() ? <Prose {...{ text, language, label }} /> : null;
  return (
    <Stack gap="xs" className="own-text">
      <Textarea
        className="no-print"
        label={label}
        description={help}
        aria-label={name}
        lang={language}
        autosize
        minRows={3}
        maxLength={mostSigns}
        value={text}
        onChange={(event) => writer.write(piece, event.currentTarget.value)}
        onBlur={() => void writer.saveNow()}
      />
      <Conflict writer={writer} piece={piece} />
      <div className="print-only">{text.trim() && <Prose {...{ text, language, label }} />}</div>
    </Stack>
  );
};

const Prose = ({
  text,
  language,
  label,
}: {
  text: string;
  language: string | undefined;
  label: string | undefined;
}) => {
  const { i18n } = useTranslation();
  const paragraphs = text.split(/\n\s*\n/).filter((each) => each.trim());
  return (
    <div className="prose">
      {label && <Title order={3}>{label}</Title>}
      {paragraphs.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have nothing but their place
        <p key={at} lang={language === i18n.language ? undefined : language}>
          {each.trim()}
        </p>
      ))}
    </div>
  );
};
