// The person's half on the coordinator's tablet: first who sees the answers, then one question at a time, then a lock.
import { Button, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CardHalf, usePutHalf } from '../../api/enrolments.ts';
import { ScaleQuestion } from '../../components/scale/ScaleQuestion.tsx';
import { LanguageChoice } from '../../components/survey/LanguageChoice.tsx';
import { directionOf, fill, loadTexts, textIn } from '../../text/respond/languages.ts';
import { type RespondText, sv } from '../../text/respond/sv.ts';
import { answerOne } from './giveBack.ts';
import { useKeptAnswers } from './keptAnswers.ts';
import { Lock } from './Lock.tsx';
import { NotSent } from './NotSent.tsx';
import { type Form, languagesOf, machineTranslatedOf, ratingsOf, titleOf, valuesOf } from './questions.ts';
import { ReadQuestion } from './ReadQuestion.tsx';
import { Screen } from './Screen.tsx';

export interface CardAddress {
  slug: string;
  enrolment: string;
  date: string;
}

interface Props {
  form: Form;
  done: boolean;
  /** The person's own language, where it is known. */
  ownLanguage: string | null;
  address: CardAddress;
  onBack: () => void;
}

export const PersonHalf = ({ form, done, ownLanguage, address, onBack }: Props) => {
  const { t } = useTranslation('card');
  const half: CardHalf = 'person';
  const send = usePutHalf(address.slug, address.enrolment, address.date, half);
  const { answers, set, forget } = useKeptAnswers(address.enrolment, address.date, half);
  const [language, setLanguage] = useState(() =>
    ownLanguage && languagesOf(form).includes(ownLanguage) ? ownLanguage : 'sv',
  );
  const [text, setText] = useState<RespondText>(sv);
  const [step, setStep] = useState(0);
  const [empty, setEmpty] = useState(false);
  const [left, setLeft] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const questions = ratingsOf(form);
  const question = questions[step - 1];

  useEffect(() => {
    loadTexts(language).then(setText);
  }, [language]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step starts at its heading
  useEffect(() => {
    setEmpty(false);
    heading.current?.focus();
  }, [step]);

  const title = textIn(form.title, language);
  const screen = { label: title, language, dir: directionOf(language) };
  if (done || left)
    return (
      <Screen {...screen}>
        <Lock
          text={text}
          sent={done}
          language={language}
          unsent={!done && Object.keys(answers).length > 0}
          onUnlocked={() => {
            forget();
            onBack();
          }}
        />
      </Screen>
    );
  const store = () => {
    if (Object.keys(answers).length === 0) return setEmpty(true);
    send.mutate(answers, { onSuccess: forget });
  };
  return (
    <Screen {...screen}>
      <div className="card-top">
        <span>{step === 0 ? title : fill(text.progress, { n: step, total: questions.length })}</span>
        <LanguageChoice
          label={text.language}
          languages={languagesOf(form)}
          language={language}
          onChange={setLanguage}
        />
      </div>
      {!question && (
        <>
          <h1 ref={heading} tabIndex={-1}>
            {text.startLead}
          </h1>
          <p>{textIn(form.whoSees, language)}</p>
          <details>
            <summary>{text.more}</summary>
            <p>{textIn(form.information, language)}</p>
          </details>
          {machineTranslatedOf(form).includes(language) && <p>{text.machineTranslated}</p>}
        </>
      )}
      {question && (
        <>
          <h1 ref={heading} tabIndex={-1}>
            {titleOf(question, language)}
          </h1>
          <ReadQuestion question={question} language={language} text={text} />
          <ScaleQuestion
            key={question.name}
            label={titleOf(question, language)}
            values={valuesOf(question, language)}
            selected={answers[question.name]}
            onSelect={(value) => set(question.name, Number(value))}
          />
          {answers[question.name] !== undefined && (
            <Button variant="subtle" mt="xs" onClick={() => set(question.name, undefined)}>
              {text.clear}
            </Button>
          )}
        </>
      )}
      {send.isError && <NotSent error={send.error} text={text} onAgain={store} />}
      {empty && <Text role="alert">{textIn(answerOne, language)}</Text>}
      <div className="card-steps">
        <Button size="lg" variant="default" onClick={() => (step === 0 ? setLeft(true) : setStep(step - 1))}>
          {step === 0 ? t('cancelPerson') : text.back}
        </Button>
        {step < questions.length && (
          <Button size="lg" onClick={() => setStep(step + 1)}>
            {step === 0 ? text.start : text.next}
          </Button>
        )}
        {step === questions.length && (
          <Button size="lg" loading={send.isPending} onClick={store}>
            {text.send}
          </Button>
        )}
      </div>
    </Screen>
  );
};
