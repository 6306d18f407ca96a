// What to look at before publishing: each line says by a sign and a word whether all is well.

import { Anchor, List, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SurveyReview } from '../../../server/contract/surveyReview.ts';
import { type SurveyDraft, useSurveyReview } from '../../api/surveys.ts';
import { Loading } from '../../components/Loading.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { questionTitles } from '../../components/survey/questionTitles.ts';
import { useText } from '../../components/useText.ts';
import { languageWithin } from '../../text/respond/languages.ts';
import { Accessibility } from './accessibility/Accessibility.tsx';
import { CheckLine } from './CheckLine.tsx';
import { type ChecklistProps, Codes, isAboutLogic, Logic } from './CodesAndLogic.tsx';
import { Declarations } from './comparability/Declarations.tsx';
import { isAboutDeclaration } from './comparability/problems.ts';
import { allLanguages, localizedIn } from './designer/document/localized.ts';
import { textIn } from './designer/document/texts.ts';

type Definition = Record<string, unknown>;

export const Checklist = ({ draft, latest, declared, onShow }: ChecklistProps) => {
  const { t } = useTranslation('review');
  const review = useSurveyReview(draft);
  const definition = useMemo(() => JSON.parse(draft.source) as Definition, [draft.source]);
  if (review.isError) return <ProblemNotice error={review.error} onAgain={() => review.refetch()} />;
  if (review.isPending) return <Loading />;
  return (
    <Stack component="section" aria-label={t('title')} gap="xs">
      <Text fw={600}>{t('title')}</Text>
      <Texts definition={definition} />
      <Codes {...{ draft, latest, declared }} />
      <Declarations {...{ draft, definition, onShow }} />
      <Logic draft={draft} definition={definition} onShow={onShow} />
      <Warnings draft={draft} />
      <Goals draft={draft} goals={review.data.goals} />
      {review.data.burden && <Burden burden={review.data.burden} definition={definition} />}
      {review.data.accessibility && (
        <Accessibility findings={review.data.accessibility} definition={definition} onShow={onShow} />
      )}
    </Stack>
  );
};

/** In every language that the survey has, as the grid of texts counts them. */
const Texts = ({ definition }: { definition: Definition }) => {
  const { t } = useTranslation('review');
  const [original = 'sv', ...others] = allLanguages(definition);
  const texts = localizedIn(definition).filter(({ value }) => textIn(value, original).trim() !== '');
  const missing = others.flatMap((language) => {
    const count = texts.filter(({ value }) => textIn(value, language).trim() === '').length;
    return count > 0 ? [t('missingIn', { language: languageWithin(language), count })] : [];
  });
  return (
    <CheckLine isFine={missing.length === 0}>
      <Text>{missing.length === 0 ? t('textsWhole', { count: others.length + 1 }) : missing.join('; ')}</Text>
    </CheckLine>
  );
};

const Warnings = ({ draft }: { draft: SurveyDraft }) => {
  const { t } = useTranslation('review');
  const count = draft.problems.filter((each) => !isAboutLogic(each) && !isAboutDeclaration(each)).length;
  return (
    <CheckLine isFine={count === 0}>
      <Text>{count === 0 ? t('noWarnings') : t('warnings', { count })}</Text>
    </CheckLine>
  );
};

/** Goals whose figures a change of the questions breaks off. */
const Goals = ({ draft, goals }: { draft: SurveyDraft; goals: SurveyReview['goals'] }) => {
  const { t } = useTranslation('review');
  const text = useText();
  const broken = new Set(
    draft.comparison
      .filter(({ status }) => status === 'notComparable' || status === 'removed')
      .map(({ question }) => question),
  );
  const touched = goals.filter(({ questions }) => questions.some((name) => broken.has(name)));
  if (touched.length === 0)
    return (
      <CheckLine isFine>
        <Text>{goals.length === 0 ? t('noGoals') : t('goalsFine', { count: goals.length })}</Text>
      </CheckLine>
    );
  return (
    <CheckLine isFine={false}>
      <Text>{t('goalsTouched')}</Text>
      <List size="sm">
        {touched.map(({ programme, goal, title, questions }) => (
          <List.Item key={`${programme} ${goal}`}>
            <Anchor component={Link} to={`/programmes/${programme}/goals/${goal}`} target="_blank" size="sm">
              {text(title)}
            </Anchor>{' '}
            ({questions.filter((name) => broken.has(name)).join(', ')})
          </List.Item>
        ))}
      </List>
    </CheckLine>
  );
};

const hardest = 5;
type Weight = NonNullable<SurveyReview['burden']>;

/** Bands after Björnsson's: below it is easy, above it harder than a newspaper. */
const [easyBelow, hardFrom] = [35, 45];
/** Longer than this few finish on a phone. */
const longFrom = 15;

const Burden = ({ burden, definition }: { burden: Weight; definition: Definition }) => {
  const { t } = useTranslation('review');
  const text = useText();
  const titles = questionTitles(definition);
  const { pages, questions, minutes, lix, hard } = burden;
  const band = lix === null ? 'none' : lix < easyBelow ? 'easy' : lix < hardFrom ? 'middling' : 'hard';
  const time = minutes.fewest === minutes.most ? t('minutes', { count: minutes.most }) : t('minutesBetween', minutes);
  return (
    <>
      <CheckLine isFine={minutes.most < longFrom}>
        <Text>
          {t('pages', { count: pages })}, {t('questions', { count: questions })}. {time}
        </Text>
      </CheckLine>
      <CheckLine isFine={hard.length === 0 && band !== 'hard'}>
        <Text>{t(`lix.${band}`, { lix })}</Text>
        {hard.length > 0 && <Text size="sm">{t('hardOnes')}</Text>}
        <List size="sm">
          {hard.slice(0, hardest).map((each) => (
            <List.Item key={each.question}>
              {text(titles.get(each.question)) || each.question} (
              {each.isDouble ? t('double') : each.lix === null ? t('words', { count: each.words }) : `LIX ${each.lix}`})
            </List.Item>
          ))}
        </List>
        {hard.length > hardest && <Text size="sm">{t('more', { count: hard.length - hardest })}</Text>}
      </CheckLine>
    </>
  );
};
