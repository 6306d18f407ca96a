// One entry: its text in each language shown, its code, its place in the list, and what it means.
import { Anchor, TextInput } from '@mantine/core';
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf, languageName } from '../../../../text/respond/languages.ts';
import { useCanvas } from '../context.ts';
import { changeEntry, codeOf, entryAt, shapeOf } from '../document/entries.ts';
import { textIn, withText } from '../document/texts.ts';
import { inside, isJson, readAt } from '../document/tree.ts';
import type { EntriesProps } from './Entries.tsx';
import { EntryCode } from './EntryCode.tsx';
import { EntryTools } from './EntryTools.tsx';
import { GuideFields } from './GuideFields.tsx';
import { PictureField } from './PictureField.tsx';
import { useShownLanguages } from './TextField.tsx';

interface Props extends Pick<EntriesProps, 'element' | 'place' | 'list' | 'hasPictures' | 'hasGuide'> {
  entry: unknown;
  at: number;
  id: string;
  isLast: boolean;
  /** Answers may be stored under its code. */
  isStored: boolean;
  onPaste: (event: ClipboardEvent, language: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onRemove: () => void;
}

export const Entry = (props: Props) => {
  const { entry, at, list, place, element, hasPictures, hasGuide } = props;
  const code = codeOf(entry, shapeOf(list));
  return (
    <div className="entry">
      <div className="entry-row">
        <Texts {...props} />
        <EntryCode {...{ place, list, at, code }} isStored={props.isStored} />
        <EntryTools {...{ place, list, at }} isLast={props.isLast} onRemove={props.onRemove} />
      </div>
      {hasPictures && <PictureField link={isJson(entry) ? entry.imageLink : undefined} {...{ place, list, at }} />}
      {hasGuide && <Guide {...{ element, place, code }} />}
    </div>
  );
};

const Texts = ({ entry, at, id, place, list, onPaste, onKeyDown }: Props) => {
  const { t } = useTranslation('designer');
  const { apply } = useCanvas();
  const languages = useShownLanguages();
  const property = shapeOf(list).text;
  const text = entryAt(entry, shapeOf(list))[property];
  const write = (language: string, words: string) =>
    apply((definition) => changeEntry(definition, place, list, at, property, withText(text, language, words)), {
      join: `${place} ${list} ${at} ${language}`,
    });
  return languages.map((language, index) => (
    <TextInput
      key={language}
      id={index === 0 ? id : undefined}
      aria-label={t('textOfChoice', { number: at + 1, language: languageName(language) })}
      placeholder={languages.length > 1 ? languageName(language) : undefined}
      lang={language}
      dir={directionOf(language)}
      value={textIn(text, language)}
      onChange={(event) => write(language, event.currentTarget.value)}
      onPaste={(event) => onPaste(event, language)}
      onKeyDown={onKeyDown}
      style={{ flex: '3 1 8rem' }}
    />
  ));
};

/** Opened where something is said of the code already. */
const Guide = ({ element, place, code }: Pick<Props, 'element' | 'place'> & { code: string }) => {
  const { t } = useTranslation('designer');
  const [isOpened, setOpened] = useState(false);
  const said = readAt(element, inside('explanations', code)) ?? readAt(element, inside('faces', code));
  if (isOpened || said !== undefined) return <GuideFields element={element} place={place} code={code} />;
  return (
    <Anchor component="button" type="button" size="xs" onClick={() => setOpened(true)} style={{ justifySelf: 'start' }}>
      {t('guide')}
    </Anchor>
  );
};
