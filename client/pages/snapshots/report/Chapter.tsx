import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/Section.tsx';
import { OwnText } from './OwnText.tsx';
import { useWriting } from './useWriter.ts';
import type { Writer } from './writer.ts';

interface Props {
  writer: Writer;
  piece: 'introduction' | 'reservations' | 'closing';
  mayWrite: boolean;
}

/** A chapter of the evaluator's own. On paper, and for those who only read, it is left out while it is empty. */
export const Chapter = ({ writer, piece, mayWrite }: Props) => {
  const { t } = useTranslation('report');
  const isEmpty = useWriting(writer, ({ pieces }) => !pieces[piece]?.trim());
  if (isEmpty && !mayWrite) return null;
  return (
    <div className={isEmpty ? 'chapter no-print' : 'chapter'}>
      <Section title={t(piece)}>
        <OwnText writer={writer} piece={piece} name={t(piece)} help={t(`${piece}Help`)} mayWrite={mayWrite} />
      </Section>
    </div>
  );
};
