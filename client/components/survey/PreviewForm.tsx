// One form of a survey as its respondent meets it: first page, questions, thanks. Nothing is stored or sent.
import { useEffect, useState } from 'react';
import { Survey } from 'survey-react-ui';
import { directionOf, fill } from '../../text/respond/languages.ts';
import type { RespondText } from '../../text/respond/sv.ts';
import { loadStrings, makeModel } from './model.ts';
import { PageWords } from './PageWords.tsx';
import { PreviewEnd, PreviewStart } from './PreviewEnds.tsx';
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

export const PreviewForm = ({ form, language, programmeTitle, place, onPlace }: Props) => {
  const text = useRespondText(language);
  if (place.at === 'questions')
    return <PreviewQuestions form={form} language={language} text={text} place={place} onPlace={onPlace} />;
  if (place.at === 'end') return <PreviewEnd {...{ form, language, text }} onBack={() => onPlace(previewStart)} />;
  return (
    <PreviewStart
      {...{ form, language, text, programmeTitle }}
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

  // Turned to a page from outside: the survey is not built anew for it, which takes long where it is long.
  useEffect(() => {
    const wanted = place.pageName === undefined ? null : model.getPageByName(place.pageName);
    if (!wanted?.isVisible || wanted === model.currentPage) return;
    model.currentPage = wanted;
    setAt({ number: model.currentPageNo + 1, total: model.visiblePageCount });
  }, [model, place.pageName]);

  const moved = (next: PreviewPlace['at'] = 'questions') => {
    setAt({ number: model.currentPageNo + 1, total: model.visiblePageCount });
    onPlace({ at: next, page: model.currentPageNo, answers: structuredClone(model.data) });
  };
  const back = () => (model.prevPage() ? moved() : moved('start'));
  const next = () => {
    if (model.isLastPage) return model.validate(true, true) && moved('end');
    return model.nextPage() && moved();
  };
  return (
    <main className="sheet" dir={directionOf(language)}>
      <div className="top">
        <p className="progress">{fill(text.progress, { n: at.number, total: at.total })}</p>
      </div>
      <progress value={at.number} max={at.total} aria-hidden="true" />
      <PageWords form={form} name={model.currentPage?.name} language={language} />
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
