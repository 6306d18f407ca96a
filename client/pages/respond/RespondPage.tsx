// Answering by link: what the answers are for, then one group of questions at a time, then a receipt.
import { lazy, useCallback, useEffect, useMemo, useState } from 'react';
import {
  loadPage,
  loadTryout,
  type RespondPage as Page,
  RespondRefusal,
  submitAnswers,
  submitTryout,
} from '../../api/respond.ts';
import { LanguageChoice } from '../../components/survey/LanguageChoice.tsx';
import { Start } from '../../components/survey/Start.tsx';
import { useRespondText } from '../../components/survey/useRespondText.ts';
import { directionOf, textIn } from '../../text/respond/languages.ts';
import { forget, mergeDrafts, readKept } from './draft.ts';
import { type DraftKeeper, keepDraft, keepNowhere, type Saved } from './draftKeeper.ts';
import { Loading } from './Loading.tsx';
import { Message } from './Message.tsx';
import { PartAway } from './PartAway.tsx';
import { isIn, Refusal } from './Refusal.tsx';

const loadQuestions = () => import('./Questions.tsx');
const Questions = lazy(loadQuestions);

type State =
  | { at: 'loading' }
  | { at: 'start' | 'questions'; page: Page; keeper: DraftKeeper }
  | { at: 'sent'; page: Page; receipt: string }
  | { at: 'refused'; code: string };

/** The reader's own language where the survey has it, else the link's. */
const preferred = (page: Page): string => {
  const asked = navigator.languages.map((each) => each.slice(0, 2));
  return page.language !== 'sv'
    ? page.language
    : (asked.find((each) => page.languages.includes(each)) ?? page.language);
};

interface Props {
  token: string;
  /** A survey that is tried before it is published: nothing is kept. */
  isTest?: boolean;
}

export const RespondPage = ({ token, isTest = false }: Props) => {
  const [state, setState] = useState<State>({ at: 'loading' });
  const [saved, setSaved] = useState<Saved>('none');
  const [language, setLanguage] = useState(navigator.language.slice(0, 2));
  const text = useRespondText(language);
  const [tries, setTries] = useState(0);
  const refuse = useCallback(
    (code: string) => {
      if (!isTest && isIn(code)) forget(token);
      setState({ at: 'refused', code });
    },
    [token, isTest],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks anew
  useEffect(() => {
    let left = false;
    setState({ at: 'loading' });
    Promise.all(isTest ? [loadTryout(token), undefined] : [loadPage(token), readKept(token)])
      .then(([page, kept]) => {
        if (left) return;
        const draft = mergeDrafts(page.draft, kept, preferred(page));
        const keeper = isTest ? keepNowhere(draft) : keepDraft(token, draft, setSaved, refuse);
        setLanguage(page.languages.includes(draft.language) ? draft.language : 'sv');
        setState({ at: 'start', page, keeper });
        loadQuestions().catch(() => undefined);
      })
      .catch((error: unknown) => {
        if (!left) refuse(error instanceof RespondRefusal ? error.code : 'unavailable');
      });
    return () => {
      left = true;
    };
  }, [token, isTest, tries, refuse]);

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  }, [language]);

  const title = 'page' in state ? textIn(state.page.definition.title, language) : '';
  useEffect(() => {
    document.title = title || 'Stegvis';
  }, [title]);

  const chooseLanguage = (chosen: string) => {
    setLanguage(chosen);
    if ('keeper' in state) state.keeper.change({ language: chosen });
  };
  const begun = useMemo(() => 'keeper' in state && Object.keys(state.keeper.draft.answers).length > 0, [state]);

  return (
    <>
      <header className="head">
        <span className="brand">Stegvis</span>
        {'page' in state && (
          <LanguageChoice
            label={text.language}
            languages={state.page.languages}
            language={language}
            onChange={chooseLanguage}
          />
        )}
      </header>
      {isTest && 'page' in state && (
        <p className="test-mode" dir={directionOf(language)}>
          {text.testMode}
        </p>
      )}
      {state.at === 'loading' && <Loading text={text} />}
      {state.at === 'refused' && <Refusal code={state.code} text={text} onAgain={() => setTries(tries + 1)} />}
      {state.at === 'start' && (
        <Start
          page={state.page}
          language={language}
          text={text}
          begun={begun}
          onStart={() => setState({ ...state, at: 'questions' })}
        />
      )}
      {state.at === 'questions' && (
        <PartAway text={text}>
          <Questions
            submit={(submission) => (isTest ? submitTryout : submitAnswers)(token, submission)}
            page={state.page}
            keeper={state.keeper}
            saved={saved}
            language={language}
            text={text}
            onBackToStart={() => setState({ ...state, at: 'start' })}
            onRefused={refuse}
            onSent={(receipt) => {
              if (!isTest) forget(token);
              setState({ at: 'sent', page: state.page, receipt });
            }}
          />
        </PartAway>
      )}
      {state.at === 'sent' && (
        <Message title={text.receiptTitle}>
          <p>{textIn(state.page.definition.thanks, language)}</p>
          <p className="receipt">
            {text.receiptCode}: <strong>{state.receipt}</strong>
          </p>
          <p>{text.receiptHelp}</p>
          <p>{text.closeTab}</p>
        </Message>
      )}
    </>
  );
};
