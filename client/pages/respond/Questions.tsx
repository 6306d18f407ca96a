// The questions, one group a page. This part, with survey-core in it, loads while the first page is being read.
import { useEffect, useRef, useState } from 'react';
import type { Question } from 'survey-core';
import { Survey } from 'survey-react-ui';
import type { Receipt, Submission } from '../../../server/contract/respond.ts';
import { type RespondPage, RespondRefusal } from '../../api/respond.ts';
import { answersToSend, findQuestion, loadStrings, makeModel } from '../../components/survey/model.ts';
import { PageWords } from '../../components/survey/PageWords.tsx';
import { directionOf, fill } from '../../text/respond/languages.ts';
import type { RespondText } from '../../text/respond/sv.ts';
import type { DraftKeeper, Saved } from './draftKeeper.ts';
import { ReadAloud } from './ReadAloud.tsx';
import { SavedState } from './SavedState.tsx';
import { sendAnswers, type Waiting } from './sendAnswers.ts';
import { usePageNumber } from './usePageNumber.ts';

interface Props {
  submit: (submission: Submission) => Promise<Receipt>;
  page: RespondPage;
  keeper: DraftKeeper;
  saved: Saved;
  language: string;
  text: RespondText;
  onSent: (receipt: string) => void;
  onRefused: (code: string) => void;
  onBackToStart: () => void;
}

const Questions = ({ submit, page, keeper, saved, language, text, onSent, onRefused, onBackToStart }: Props) => {
  const [model] = useState(() => makeModel(page.definition, keeper.draft.answers, language));
  const [sending, setSending] = useState(false);
  const [waiting, setWaiting] = useState<Waiting>();
  const [notice, setNotice] = useState('');
  const top = useRef<HTMLParagraphElement>(null);
  const { number, total, answered } = usePageNumber(model, keeper);

  // Whoever hears the page is told that the questions have begun: the button that was pressed is gone.
  useEffect(() => top.current?.focus({ preventScroll: true }), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `text` comes late where the network was away, and survey-core's words with it
  useEffect(() => {
    const turn = () => {
      model.locale = language;
    };
    // The survey itself is here in all its languages, whether survey-core's own words can be had or not.
    loadStrings(language).then(turn, turn);
  }, [model, language, text]);

  const show = () => {
    window.scrollTo(0, 0);
    top.current?.focus({ preventScroll: true });
  };
  const back = () => {
    setNotice('');
    if (!model.prevPage()) return onBackToStart();
    show();
  };
  const next = () => {
    if (number < total) return model.nextPage() && show();
    if (model.validate(true, true)) return send();
    setNotice(text.checkAnswers);
  };
  const send = async () => {
    setSending(true);
    setNotice('');
    await keeper.stop();
    const { submissionId } = keeper.draft;
    try {
      onSent(await sendAnswers(submit, { submissionId, answers: answersToSend(model), language }, setWaiting));
    } catch (error) {
      if (!(error instanceof RespondRefusal)) throw error;
      if (error.code !== 'not-valid') return onRefused(error.code);
      keeper.resume();
      setSending(false);
      setNotice(text.checkAnswers);
      for (const { question } of error.errors) findQuestion(model, question)?.addError(text.checkAnswers);
      const first = model.getQuestionByName(error.errors[0]?.question.split('.')[0] ?? '');
      if (first) model.currentPage = first.page;
      show();
    }
  };

  return (
    <main className="sheet" dir={directionOf(language)}>
      <div className="top">
        <p ref={top} tabIndex={-1} className="progress">
          {fill(text.progress, { n: number, total })}
        </p>
        <SavedState saved={saved} text={text} />
      </div>
      <progress value={number} max={total} aria-hidden="true" />
      <PageWords form={page.definition} name={model.currentPage?.name} language={language} />
      <ReadAloud model={model} number={number} language={language} text={text} />
      <Survey model={model} />
      {answered && (
        <button type="button" className="plain" onClick={() => clearPage(model)}>
          {text.clear}
        </button>
      )}
      {notice && (
        <p role="alert" className="notice">
          {notice}
        </p>
      )}
      {waiting && (
        <div role="status" className="notice">
          <p>{text.waiting}</p>
          <button type="button" onClick={waiting.tryNow}>
            {text.tryNow}
          </button>
        </div>
      )}
      <div className="steps">
        <button type="button" onClick={back} disabled={sending}>
          {text.back}
        </button>
        <button type="button" className="primary" onClick={next} disabled={sending} aria-busy={sending}>
          {number < total ? text.next : sending ? text.sending : text.send}
        </button>
      </div>
    </main>
  );
};
export default Questions;

const clearPage = (model: ReturnType<typeof makeModel>) => {
  const questions = (model.currentPage?.questions ?? []) as Question[];
  // Entries took a while to write.
  const entries = questions.find((each) => each.getType() === 'paneldynamic' && !each.isEmpty());
  if (entries && !window.confirm(entries.confirmDeleteText)) return;
  for (const question of questions) question.clearValue();
};
