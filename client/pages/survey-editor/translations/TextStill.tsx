// The page of a respondent's phone on which a text stands, with the text marked. Nothing can be answered here.
import { useEffect, useRef, useState } from 'react';
import { Survey } from 'survey-react-ui';
import { loadStrings, makeModel } from '../../../components/survey/model.ts';
import { PageWords } from '../../../components/survey/PageWords.tsx';
import { PreviewEnd, PreviewStart } from '../../../components/survey/PreviewEnds.tsx';
import { useRespondText } from '../../../components/survey/useRespondText.ts';
import { directionOf, fill } from '../../../text/respond/languages.ts';
import type { Localized } from '../designer/document/localized.ts';
import { listOf } from '../designer/document/tree.ts';
import { markText } from './marking.ts';
import type { StillPlace } from './stillPlace.ts';

interface Props {
  place: StillPlace;
  text: Localized;
  language: string;
  programmeTitle: string;
  onSeen: (isSeen: boolean) => void;
}
const stay = () => undefined;

export const TextStill = ({ place, text, language, programmeTitle, onSeen }: Props) => {
  const words = useRespondText(language);
  const root = useRef<HTMLDivElement>(null);
  const seen = useRef(onSeen);
  seen.current = onSeen;
  const { form, page } = place;
  useEffect(() => {
    const drawn = root.current;
    if (!drawn) return;
    const again = () => seen.current(markText(drawn.ownerDocument, place, text, language));
    again();
    // The survey draws itself in several steps, and anew in its language.
    const watch = new MutationObserver(again);
    watch.observe(drawn, { childList: true, characterData: true, subtree: true });
    return () => watch.disconnect();
  }, [place, text, language]);
  return (
    <div ref={root} inert>
      {page ? (
        <Questions key={JSON.stringify(page.definition)} {...{ page, language, words }} />
      ) : place.at === 'end' ? (
        <PreviewEnd {...{ form, language }} text={words} onBack={stay} />
      ) : (
        <PreviewStart {...{ form, language, programmeTitle }} text={words} onStart={stay} />
      )}
    </div>
  );
};

const Questions = ({
  page,
  language,
  words,
}: {
  page: NonNullable<StillPlace['page']>;
  language: string;
  words: ReturnType<typeof useRespondText>;
}) => {
  const [model] = useState(() => makeModel(page.definition, {}, language));
  useEffect(() => {
    loadStrings(language).then(() => {
      model.locale = language;
    });
  }, [model, language]);
  const [only] = listOf(page.definition.pages) as { name?: string }[];
  return (
    <main className="sheet" dir={directionOf(language)}>
      <p className="progress">{fill(words.progress, { n: page.number, total: page.total })}</p>
      <progress value={page.number} max={page.total} aria-hidden="true" />
      <PageWords form={page.definition} name={only?.name} language={language} />
      <Survey model={model} />
      <div className="steps">
        <button type="button">{words.back}</button>
        <button type="button" className="primary">
          {page.number === page.total ? words.send : words.next}
        </button>
      </div>
    </main>
  );
};
