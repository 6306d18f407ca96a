import { Anchor, Button, Group, Paper, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CardHalf, usePutHalf } from '../../api/enrolments.ts';
import { PageHead } from '../../components/PageHead.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { ScaleQuestion } from '../../components/scale/ScaleQuestion.tsx';
import { useKeptAnswers } from './keptAnswers.ts';
import type { CardAddress } from './PersonHalf.tsx';
import { type Form, type Rating, ratingsOf, titleOf, valuesOf } from './questions.ts';

interface Props {
  form: Form;
  address: CardAddress;
  name: string;
  onBack: () => void;
}

/** Eleven indicators on one page, rated without the person's answers. */
export const CoordinatorHalf = ({ form, address, name, onBack }: Props) => {
  const { t, i18n } = useTranslation('card');
  const { t: common } = useTranslation();
  const half: CardHalf = 'coordinator';
  const send = usePutHalf(address.slug, address.enrolment, address.date, half);
  const { answers, set, forget } = useKeptAnswers(address.enrolment, address.date, half);
  const questions = ratingsOf(form);
  const missing = questions.filter((question) => answers[question.name] === undefined).length;
  const store = () =>
    send.mutate(answers, {
      onSuccess: () => {
        forget();
        onBack();
      },
    });
  const ask = () =>
    modals.openConfirmModal({
      title: t('handIn'),
      children: missing > 0 ? `${t('missing', { count: missing })}. ${t('handInText')}` : t('handInText'),
      labels: { confirm: t('handIn'), cancel: common('cancel') },
      onConfirm: store,
    });
  return (
    <>
      <PageHead
        above={
          <Anchor component="button" type="button" size="sm" style={{ alignSelf: 'start' }} onClick={onBack}>
            {common('back')}
          </Anchor>
        }
        title={t('coordinator')}
        lead={t('rateLead', { name })}
      />
      <Paper withBorder p="md" radius="md" maw={820}>
        {questions.map((question) => (
          <Indicator
            key={question.name}
            question={question}
            language={i18n.language}
            selected={answers[question.name]}
            onSelect={(value) => set(question.name, value)}
          />
        ))}
      </Paper>
      {send.isError && <ProblemNotice error={send.error} />}
      <Group mt="md">
        <Button size="md" loading={send.isPending} disabled={missing === questions.length} onClick={ask}>
          {t('handIn')}
        </Button>
        <Text className="quiet" role="status">
          {missing > 0 ? t('missing', { count: missing }) : t('complete')}
        </Text>
      </Group>
    </>
  );
};

interface IndicatorProps {
  question: Rating;
  language: string;
  selected: number | undefined;
  onSelect: (value: number) => void;
}
const Indicator = ({ question, language, selected, onSelect }: IndicatorProps) => {
  const { t } = useTranslation('card');
  const title = titleOf(question, language);
  const values = valuesOf(question, language);
  const [pointed, setPointed] = useState<number>();
  const shown = values.find((value) => value.value === (pointed ?? selected));
  const point = (target: EventTarget) => {
    const at = target instanceof Element ? target.closest('.scale-value') : null;
    const place = at?.parentElement ? [...at.parentElement.children].indexOf(at) : -1;
    setPointed(place < 0 ? undefined : Number(values[place]?.value));
  };
  return (
    <fieldset
      className="card-rating"
      onPointerOver={({ target }) => point(target)}
      onPointerLeave={() => setPointed(undefined)}
      onFocus={({ target }) => point(target)}
      onBlur={() => setPointed(undefined)}
    >
      <legend>{title}</legend>
      <ScaleQuestion
        compact
        label={title}
        values={values.map(({ value, text }) => ({ value, text }))}
        selected={selected}
        onSelect={(value) => onSelect(Number(value))}
      />
      <p className="card-meaning quiet" aria-live="polite">
        {shown ? `${shown.value}. ${shown.explanation ?? ''}` : ''}
      </p>
      <details>
        <summary>{t('allLevels')}</summary>
        <ol>
          {values.map(({ value, explanation }) => (
            <li key={value} value={Number(value)}>
              {explanation}
            </li>
          ))}
        </ol>
      </details>
    </fieldset>
  );
};
