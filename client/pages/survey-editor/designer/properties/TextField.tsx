// One text in the original and in the language that is written beside it.
import { Textarea, TextInput } from '@mantine/core';
import { type ClipboardEvent, type KeyboardEvent, memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf, languageName } from '../../../../text/respond/languages.ts';
import { useCanvas } from '../context.ts';
import { setProperty } from '../document/operations.ts';
import { textIn, withText } from '../document/texts.ts';
import type { Place } from '../document/tree.ts';

export const useShownLanguages = (): string[] => {
  const { languages, language } = useCanvas();
  const [original = 'sv'] = languages;
  return language === original ? [original] : [original, language];
};

interface Props {
  value: unknown;
  place: Place;
  property: string;
  label: string;
  help?: string;
  isLong?: boolean;
  /** Of the first field, for the keyboard to go to. */
  id?: string;
  /** The label is only heard. */
  isBare?: boolean;
  onPaste?: (event: ClipboardEvent, language: string) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
}

export const TextField = memo(
  ({ value, place, property, label, help, isLong, id, isBare, onPaste, onKeyDown }: Props) => {
    const { t } = useTranslation('designer');
    const { apply } = useCanvas();
    const languages = useShownLanguages();
    const own = useId();
    const write = (language: string, text: string) =>
      apply((definition) => setProperty(definition, place, property, withText(value, language, text)), {
        join: `${place} ${property} ${language}`,
      });
    return (
      <div className="languages">
        {languages.map((language, at) => {
          const words =
            languages.length > 1 || isBare ? t('inLanguage', { label, language: languageName(language) }) : label;
          const shared = {
            id: at === 0 ? (id ?? own) : `${own}-${language}`,
            value: textIn(value, language),
            lang: language,
            dir: directionOf(language),
            placeholder: isBare && languages.length > 1 ? languageName(language) : undefined,
            onKeyDown,
            onPaste: onPaste && ((event: ClipboardEvent) => onPaste(event, language)),
            ...(isBare ? { 'aria-label': words } : { label: words, description: at === 0 ? help : undefined }),
          };
          return isLong ? (
            <Textarea
              key={language}
              autosize
              minRows={2}
              {...shared}
              onChange={(event) => write(language, event.currentTarget.value)}
            />
          ) : (
            <TextInput key={language} {...shared} onChange={(event) => write(language, event.currentTarget.value)} />
          );
        })}
      </div>
    );
  },
);
