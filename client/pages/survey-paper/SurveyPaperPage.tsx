// A published version as a form on paper, for whoever would rather write by hand: printed by the browser.
import { Anchor, Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useSurveyVersion } from '../../api/surveys.ts';
import { Loading } from '../../components/Loading.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { useSurveyAddress, versionPath } from '../../components/survey/address.ts';
import { useText } from '../../components/useText.ts';
import { directionOf, languageName, textIn } from '../../text/respond/languages.ts';
import { paperOf } from './form.ts';
import type { Json } from './json.ts';
import { PaperPart } from './PaperPart.tsx';
import { usePaperWords } from './usePaperWords.ts';
import './paper.css';

const SurveyPaperPage = () => {
  const { t } = useTranslation('paper');
  const text = useText();
  const address = useSurveyAddress();
  const { version } = useParams();
  const shown = useSurveyVersion(address, Number(version));
  const [chosen, setChosen] = useState('sv');
  if (shown.isPending) return <Loading />;
  if (shown.isError) return <ProblemNotice error={shown.error} onAgain={() => shown.refetch()} />;
  const { definition } = shown.data;
  const languages = Array.isArray(definition.languages) ? definition.languages.map(String) : ['sv'];
  const language = languages.includes(chosen) ? chosen : (languages[0] ?? 'sv');
  const title = text(definition.title as Record<string, string> | string) || address.name;
  const forms = formsOf(definition);
  return (
    <>
      <div className="no-print">
        <PageHead
          title={t('title', { title })}
          lead={t('lead')}
          above={
            <Anchor component={Link} to={versionPath(address, shown.data.version)} size="sm">
              {title}
            </Anchor>
          }
          actions={<Button onClick={() => window.print()}>{t('print')}</Button>}
        />
        <Group mb="md">
          <Select
            label={t('language')}
            allowDeselect={false}
            data={languages.map((value) => ({ value, label: languageName(value) }))}
            value={language}
            onChange={(value) => value && setChosen(value)}
          />
        </Group>
      </div>
      {forms.map((form) => (
        <Paper
          key={textIn(form.title, 'sv')}
          form={form}
          head={definition}
          language={language}
          version={shown.data.version}
        />
      ))}
    </>
  );
};
export default SurveyPaperPage;

/** Of a card both halves, each on its own sheet. */
const formsOf = (definition: Json): Json[] => {
  const halves = definition.halves as Record<string, Json | undefined> | undefined;
  return halves ? [halves.person, halves.coordinator].filter((half) => half !== undefined) : [definition];
};

interface PaperProps {
  form: Json;
  head: Json;
  language: string;
  version: number;
}

const Paper = ({ form, head, language, version }: PaperProps) => {
  const { words, t } = usePaperWords(language);
  const parts = paperOf(form, language, words);
  return (
    <article className="paper" lang={language} dir={directionOf(language)}>
      <h2>{textIn(form.title ?? head.title, language)}</h2>
      {textIn(form.whoSees ?? head.whoSees, language) && (
        <p className="paper-who">{textIn(form.whoSees ?? head.whoSees, language)}</p>
      )}
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one version stand still
        <PaperPart key={at} part={part} onlyIf={(condition) => t('onlyIf', { condition })} />
      ))}
      <p className="paper-foot">
        {String(head.name)} · {version}
      </p>
    </article>
  );
};
