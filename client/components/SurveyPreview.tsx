// A survey as its respondents see it, in a phone's width: language by language and, of a card, half by half.
import { Paper, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { lazy, memo, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../text/respond/languages.ts';
import { Loading } from './Loading.tsx';
import type { PreviewPlace } from './survey/PreviewForm.tsx';

const PhoneFrame = lazy(() => import('./survey/PhoneFrame.tsx').then((module) => ({ default: module.PhoneFrame })));
const PreviewForm = lazy(() => import('./survey/PreviewForm.tsx').then((module) => ({ default: module.PreviewForm })));

type Form = Record<string, unknown>;
type Half = 'person' | 'coordinator';
const halves: readonly Half[] = ['person', 'coordinator'];
const beginning: PreviewPlace = { at: 'start', page: 0, answers: {} };

const isForm = (value: unknown): value is Form => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The half's form of a card; any other survey is its own form. */
const formOf = (definition: Form, half: Half): Form => {
  if (!isForm(definition.halves)) return definition;
  const form = definition.halves[half];
  return isForm(form) ? form : {};
};

const languagesOf = (form: Form): string[] =>
  Array.isArray(form.languages) ? form.languages.filter((each) => typeof each === 'string') : ['sv'];

export interface Shown {
  half: Half | undefined;
  /** Name of the page. */
  page: string;
}
interface Props {
  definition: Form;
  height?: number;
  /** Where the reader is at elsewhere: each new one is turned to. */
  shown?: Shown | undefined;
}

export const SurveyPreview = memo(({ definition, height = 680, shown }: Props) => {
  const { t } = useTranslation('surveys');
  const [half, setHalf] = useState<Half>('person');
  const [chosen, setChosen] = useState('sv');
  const [places, setPlaces] = useState<Record<Half, PreviewPlace>>({ person: beginning, coordinator: beginning });
  const [drawn, setDrawn] = useState({ definition, number: 0 });
  // A changed text is drawn anew, at the page and with the answers where the reader was.
  if (drawn.definition !== definition) setDrawn({ definition, number: drawn.number + 1 });
  const wanted = shown && `${shown.half ?? ''} ${shown.page}`;
  const [turned, setTurned] = useState<string>();
  if (shown && wanted !== turned) {
    setTurned(wanted);
    const there = shown.half ?? 'person';
    setHalf(there);
    setPlaces({ ...places, [there]: { ...places[there], at: 'questions', pageName: shown.page } });
  }
  const form = formOf(definition, half);
  const languages = languagesOf(form);
  const language = languages.includes(chosen) ? chosen : (languages[0] ?? 'sv');
  return (
    <Stack gap="xs" maw={406}>
      {isForm(definition.halves) && (
        <SegmentedControl
          aria-label={t('half')}
          fullWidth
          value={half}
          onChange={(value) => setHalf(value as Half)}
          data={halves.map((value) => ({ value, label: t(value) }))}
        />
      )}
      <Select
        label={t('previewLanguage')}
        allowDeselect={false}
        data={languages.map((value) => ({ value, label: languageName(value) }))}
        value={language}
        onChange={(value) => value && setChosen(value)}
      />
      <Paper withBorder radius={24} p={8} style={{ overflow: 'hidden', background: '#2b3634' }}>
        <div style={{ borderRadius: 16, overflow: 'hidden', background: '#f4f6f5', height }}>
          <Suspense fallback={<Loading />}>
            <PhoneFrame title={t('previewTitle')} language={language} height={height}>
              <PreviewForm
                key={`${half} ${drawn.number}`}
                form={form}
                language={language}
                programmeTitle={t('previewProgramme')}
                place={places[half]}
                onPlace={(place) => setPlaces((before) => ({ ...before, [half]: place }))}
              />
            </PhoneFrame>
          </Suspense>
        </div>
      </Paper>
      <Text size="sm" className="quiet">
        {t('previewNote')}
      </Text>
    </Stack>
  );
});
