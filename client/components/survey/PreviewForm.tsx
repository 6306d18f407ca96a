// One form of a survey as its respondent meets it: first page, questions, thanks. Nothing is stored or sent.
import { useEffect, useState } from 'react';
import { Survey } from 'survey-react-ui';
import { directionOf, fill, textIn } from '../../text/respond/languages.ts';
import type { RespondText } from '../../text/respond/sv.ts';
import { loadStrings, makeModel } from './model.ts';
import { Start } from './Start.tsx';
import { useRespondText } from './useRespondText.ts';

export interface PreviewPlace {
  at: 'start' | 'questions' | 'end';
  page: number;
  /** The page to begin with, where it can be seen with these answers; before `page`. */
  pageName?: string;
  answers: Record<string, unknown>;
}
export const previewStart: PreviewPlace = { at: 'start', page: 0, answers: {} };

interface Props {
  form: Record<string, unknown>;
  language: string;
  /** Stands where the programme's name will. */
  programmeTitle: string;
  place: PreviewPlace;
  onPlace: (place: PreviewPlace) => void;
}

const localized = (text: unknown): Record<string, string> =>
  typeof text === 'object' && text !== null ? (text as Record<string, string>) : { sv: textIn(text, 'sv') };

export const PreviewForm = ({ form, language, programmeTitle, place, onPlace }: Props) => {
  const text = useRespondText(language);
  if (place.at === 'questions')
    return <PreviewQuestions form={form} language={language} text={text} place={place} onPlace={onPlace} />;
  if (place.at === 'end')
    return (
      <main className="sheet" dir={directionOf(language)}>
        <h1>{text.receiptTitle}</h1>
        <p>{textIn(form.thanks, language)}</p>
        <button type="button" className="primary" onClick={() => onPlace(previewStart)}>
          {text.back}
        </button>
      </main>
    );
  return (
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
      onStart={() => onPlace({ ...place, at: 'questions', page: 0 })}
    />
  );
};

const PreviewQuestions = ({
  form,
  language,
  text,
  place,
  onPlace,
}: Omit<Props, 'programmeTitle'> & { text: RespondText }) => {
  const [model] = useState(() => {
    const made = makeModel(form, place.answers, language);
    made.currentPageNo = Math.max(0, Math.min(place.page, made.visiblePageCount - 1));
    const wanted = place.pageName === undefined ? null : made.getPageByName(place.pageName);
    if (wanted?.isVisible) made.currentPage = wanted;
    return made;
  });
  const [at, setAt] = useState({ number: model.currentPageNo + 1, total: model.visiblePageCount });
  useEffect(() => {
    loadStrings(language).then(() => {
      model.locale = language;
    });
  }, [model, language]);

  const moved = (next: PreviewPlace['at'] = 'questions') => {
    setAt({ number: model.currentPageNo + 1, total: model.visiblePageCount });
    onPlace({ at: next, page: model.currentPageNo, answers: structuredClone(model.data) });
  };
  const back = () => (model.prevPage() ? moved() : moved('start'));
  const next = () => {
    if (model.isLastPage) return model.validate(true, true) && moved('end');
    return model.nextPage() && moved();
  };
  const pages = (form.pages ?? []) as { name?: string; title?: unknown }[];
  return (
    <main className="sheet" dir={directionOf(language)}>
      <div className="top">
        <p className="progress">{fill(text.progress, { n: at.number, total: at.total })}</p>
      </div>
      <progress value={at.number} max={at.total} aria-hidden="true" />
      <p className="eyebrow">{textIn(pages.find((page) => page.name === model.currentPage?.name)?.title, language)}</p>
      <Survey model={model} />
      <div className="steps">
        <button type="button" onClick={back}>
          {text.back}
        </button>
        <button type="button" className="primary" onClick={next}>
          {model.isLastPage ? text.send : text.next}
        </button>
      </div>
    </main>
  );
};
