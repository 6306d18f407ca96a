// Every text of the survey beside its translation: a third view of the same text.

import { Button, Checkbox, Group, Select, Text, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../../../text/respond/languages.ts';
import {
  addLanguage,
  allLanguages,
  approve,
  isApproved,
  type Localized,
  localizedIn,
  removeLanguage,
} from '../designer/document/localized.ts';
import { textIn } from '../designer/document/texts.ts';
import type { Json } from '../designer/document/tree.ts';
import type { Design } from '../designer/useDesign.ts';
import { Exchange } from './Exchange.tsx';
import { offered } from './offered.ts';
import { TextPhones } from './TextPhones.tsx';
import { TextRow } from './TextRow.tsx';
import './translations.css';

type Reading = Design & { definition: Json };
const isMissing = (value: unknown, original: string, language: string) =>
  textIn(value, original).trim() !== '' && textIn(value, language).trim() === '';

export const Translations = ({ design }: { design: Reading }) => {
  const { t } = useTranslation('translations');
  const { definition } = design;
  const languages = useMemo(() => allLanguages(definition), [definition]);
  const [original = 'sv', ...others] = languages;
  const [chosen, setChosen] = useState<string>();
  const language = chosen && others.includes(chosen) ? chosen : others[0];
  if (language === undefined)
    return (
      <div className="translations">
        <Text>{t('onlyOriginal', { language: languageName(original) })}</Text>
        <NewLanguage design={design} languages={languages} onAdded={setChosen} />
      </div>
    );
  return <Grid key={language} {...{ design, languages, original, language }} onLanguage={setChosen} />;
};

interface Props {
  design: Reading;
  languages: readonly string[];
  original: string;
  language: string;
  onLanguage: (language: string) => void;
}

const Grid = ({ design, languages, original, language, onLanguage }: Props) => {
  const { t } = useTranslation('translations');
  const { definition, apply } = design;
  const [onlyMissing, setOnlyMissing] = useState(false);
  const [words, setWords] = useState('');
  const [focused, setFocused] = useState<string>();
  const wanted = useDeferredValue(words.trim().toLowerCase());
  const texts = useMemo(
    () => localizedIn(definition).filter(({ value }) => textIn(value, original) !== ''),
    [definition, original],
  );
  /** Rows that were missing when the filter was set stay while they are written. */
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const missing = texts.filter(({ value }) => isMissing(value, original, language));
  const shown = texts.filter(
    ({ key, value }) =>
      (!onlyMissing || kept.has(key)) &&
      (wanted === '' ||
        [key, textIn(value, original), textIn(value, language)].some((text) => text.toLowerCase().includes(wanted))),
  );
  const onPhones = texts.find(({ key }) => key === focused) ?? shown[0];
  const filter = (isOn: boolean) => {
    setKept(new Set(missing.map(({ key }) => key)));
    setOnlyMissing(isOn);
  };
  return (
    <div className="translations followed">
      <div className="texts">
        <Group gap="sm" align="end">
          <Select
            label={t('language')}
            allowDeselect={false}
            w={220}
            data={languages
              .slice(1)
              .map((each) => ({ value: each, label: `${languageName(each)} (${count(texts, original, each)})` }))}
            value={language}
            onChange={(next) => next && onLanguage(next)}
          />
          <Checkbox
            label={t('approved')}
            mb={8}
            checked={isApproved(definition, language)}
            onChange={(event) => {
              const isDone = event.currentTarget.checked;
              apply((whole) => ({ definition: approve(whole, language, isDone), place: '' }), { select: null });
            }}
          />
          <Button
            variant="subtle"
            c="#9b1026"
            size="xs"
            mb={4}
            onClick={() =>
              apply((whole) => ({ definition: removeLanguage(whole, language), place: '' }), { select: null })
            }
          >
            {t('remove', { language: languageName(language) })}
          </Button>
        </Group>
        <Group gap="sm" align="end">
          <NewLanguage design={design} languages={languages} onAdded={onLanguage} />
          <Exchange design={design} original={original} language={language} languages={languages} />
        </Group>
        <Group gap="md">
          <Text role="status" fw={600} c={missing.length > 0 ? '#7a4b00' : undefined}>
            {missing.length > 0
              ? `▲ ${t('missing', { count: missing.length, of: texts.length })}`
              : `✓ ${t('complete', { of: texts.length })}`}
          </Text>
          <Checkbox
            label={t('onlyMissing')}
            checked={onlyMissing}
            onChange={(event) => filter(event.currentTarget.checked)}
          />
          <TextInput
            aria-label={t('find')}
            placeholder={t('find')}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        </Group>
        <div className="row head" aria-hidden="true">
          <span>{t('place')}</span>
          <span>{languageName(original)}</span>
          <span>{languageName(language)}</span>
        </div>
        <ul className="rows" aria-label={t('title')}>
          {shown.map((text) => (
            <TextRow
              key={text.key}
              {...{ text, original, language, apply }}
              isShown={text.key === onPhones?.key}
              onFocus={setFocused}
            />
          ))}
        </ul>
        {shown.length === 0 && <Text className="quiet">{t('noneShown')}</Text>}
      </div>
      {onPhones && <TextPhones {...{ definition, original, language }} text={onPhones} />}
    </div>
  );
};

const count = (texts: readonly Localized[], original: string, language: string) => {
  const there = texts.filter(({ value }) => !isMissing(value, original, language)).length;
  return `${there}/${texts.length}`;
};

const NewLanguage = ({
  design,
  languages,
  onAdded,
}: {
  design: Reading;
  languages: readonly string[];
  onAdded: (language: string) => void;
}) => {
  const { t } = useTranslation('translations');
  return (
    <Select
      label={t('add')}
      placeholder={t('choose')}
      searchable
      w={220}
      data={offered.filter(({ value }) => !languages.includes(value))}
      value={null}
      onChange={(language) => {
        if (!language) return;
        design.apply((whole) => ({ definition: addLanguage(whole, language), place: '' }), { select: null });
        onAdded(language);
      }}
    />
  );
};
