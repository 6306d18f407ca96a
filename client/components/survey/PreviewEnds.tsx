// What comes before the first question and after the last, as a preview shows them.
import { directionOf, textIn } from '../../text/respond/languages.ts';
import type { RespondText } from '../../text/respond/sv.ts';
import { Start } from './Start.tsx';

interface Props {
  form: Record<string, unknown>;
  language: string;
  text: RespondText;
}

const localized = (text: unknown): Record<string, string> =>
  typeof text === 'object' && text !== null ? (text as Record<string, string>) : { sv: textIn(text, 'sv') };

export const PreviewStart = ({
  form,
  language,
  text,
  programmeTitle,
  onStart,
}: Props & {
  /** Stands where the programme's name will. */
  programmeTitle: string;
  onStart: () => void;
}) => (
  <Start
    page={{
      programme: { slug: '', title: { sv: programmeTitle } },
      site: null,
      definition: form,
      whoSees: localized(form.whoSees),
      information: localized(form.information),
      machineTranslated: Array.isArray(form.machineTranslated) ? form.machineTranslated : [],
    }}
    language={language}
    text={text}
    begun={false}
    onStart={onStart}
  />
);

export const PreviewEnd = ({ form, language, text, onBack }: Props & { onBack: () => void }) => (
  <main className="sheet" dir={directionOf(language)}>
    <h1>{text.receiptTitle}</h1>
    <p>{textIn(form.thanks, language)}</p>
    <button type="button" className="primary" onClick={onBack}>
      {text.back}
    </button>
  </main>
);
