// Choices, columns, rows or fields: code and text of each, in order.
import { ActionIcon, Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type ClipboardEvent, type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../../text/respond/languages.ts';
import { newChoice } from '../canvas/beginnings.ts';
import { useCanvas } from '../context.ts';
import {
  changeEntry,
  codeOf,
  entryAt,
  insertEntries,
  moveEntry,
  removeEntry,
  renameEntry,
  shapeOf,
} from '../document/entries.ts';
import { newEntry } from '../document/kinds.ts';
import { textIn, withText } from '../document/texts.ts';
import { inside, isJson, type Json, listOf, type Place, readAt } from '../document/tree.ts';
import { GuideFields } from './GuideFields.tsx';
import { PictureField } from './PictureField.tsx';
import { languageName, useShownLanguages } from './TextField.tsx';

export type List = 'choices' | 'columns' | 'rows' | 'items' | 'rateValues';
const stems: Record<List, string> = {
  choices: 'choice',
  columns: 'column',
  rows: 'row',
  items: 'item',
  rateValues: '',
};

interface Props {
  element: Json;
  place: Place;
  list: List;
  label: string;
  hasPictures?: boolean;
  hasGuide?: boolean;
}

export const Entries = ({ element, place, list, label, hasPictures, hasGuide }: Props) => {
  const { t } = useTranslation('designer');
  const { apply, focus, published } = useCanvas();
  const entries = listOf(element[list]);
  const shape = shapeOf(list);
  const base = useId();
  const idOf = (at: number) => `${base}-${at}`;
  const made = (all: readonly unknown[], text?: string, language = 'sv'): Json => {
    const fresh = newEntry(all, stems[list], newChoice);
    const { value, text: beginning, ...rest } = fresh;
    return { [shape.code]: value, [shape.text]: text === undefined ? beginning : { [language]: text }, ...rest };
  };
  const add = () => {
    apply((definition) => insertEntries(definition, place, list, entries.length, [made(entries)]));
    focus(idOf(entries.length));
  };
  /** Each line a choice of its own: the first goes where it was pasted. */
  const paste = (event: ClipboardEvent, at: number, language: string) => {
    const lines = event.clipboardData
      .getData('text/plain')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean);
    const [first, ...rest] = lines;
    if (first === undefined || rest.length === 0) return;
    event.preventDefault();
    apply((definition) => {
      const { definition: begun } = changeEntry(
        definition,
        place,
        list,
        at,
        shape.text,
        withText(entryAt(entries[at], shape)[shape.text], language, first),
      );
      const fresh: Json[] = [];
      for (const line of rest)
        fresh.push(made([...entries, ...fresh.map((each) => ({ value: each[shape.code] }))], line, language));
      return insertEntries(begun, place, list, at + 1, fresh);
    });
  };
  const keys = (event: KeyboardEvent, at: number) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      apply((definition) => insertEntries(definition, place, list, at + 1, [made(entries)]));
      focus(idOf(at + 1));
    }
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      const step = event.key === 'ArrowUp' ? -1 : 1;
      if (apply((definition) => moveEntry(definition, place, list, at, step))) focus(idOf(at + step));
    }
  };
  const key = list === 'choices' || list === 'columns' ? `${String(element.name)}` : '';
  const stored = published.get(key);
  const gone = [...(stored ?? [])].filter((code) => !entries.some((entry) => codeOf(entry, shape) === code));
  return (
    <Stack gap={6} role="group" aria-label={label}>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      {entries.map((entry, at) => (
        <Entry
          // biome-ignore lint/suspicious/noArrayIndexKey: a field that is typed in stays the same field
          key={at}
          {...{ entry, at, list, place, element, hasPictures, hasGuide }}
          id={idOf(at)}
          isLast={at === entries.length - 1}
          isStored={stored?.has(codeOf(entry, shape)) ?? false}
          onPaste={(event, language) => paste(event, at, language)}
          onKeyDown={(event) => keys(event, at)}
          onRemove={() => {
            apply((definition) => removeEntry(definition, place, list, at));
            focus(idOf(Math.max(0, at - 1)));
          }}
        />
      ))}
      <Group gap="sm">
        <Button variant="default" size="xs" leftSection="+" onClick={add}>
          {t('addChoice')}
        </Button>
        <Text size="xs" className="quiet">
          {t('pasteHint')}
        </Text>
      </Group>
      {gone.length > 0 && (
        <Text size="sm" c="#7a4b00">
          ▲ {t('codeGone', { codes: gone.join(', ') })}
        </Text>
      )}
    </Stack>
  );
};

const Lock = ({ title }: { title: string }) => (
  <svg viewBox="0 0 16 16" width="14" height="14" role="img" aria-label={title}>
    <title>{title}</title>
    <path d="M4 7V5a4 4 0 0 1 8 0v2h1v8H3V7zm2 0h4V5a2 2 0 0 0-4 0z" fill="currentColor" />
  </svg>
);

interface EntryProps extends Pick<Props, 'element' | 'place' | 'list' | 'hasPictures' | 'hasGuide'> {
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

const Entry = ({
  entry,
  at,
  id,
  list,
  place,
  element,
  isLast,
  isStored,
  hasPictures,
  hasGuide,
  onPaste,
  onKeyDown,
  onRemove,
}: EntryProps) => {
  const { t } = useTranslation('designer');
  const { apply } = useCanvas();
  const languages = useShownLanguages();
  const shape = shapeOf(list);
  const whole = entryAt(entry, shape);
  const code = codeOf(entry, shape);
  const guide = readAt(element, inside('explanations', code)) ?? readAt(element, inside('faces', code));
  const [isOpened, setOpened] = useState(false);
  const isGuided = isOpened || guide !== undefined;
  const number = at + 1;
  const move = (step: -1 | 1) => apply((definition) => moveEntry(definition, place, list, at, step));
  const write = (language: string, text: string) =>
    apply(
      (definition) => changeEntry(definition, place, list, at, shape.text, withText(whole[shape.text], language, text)),
      {
        join: `${place} ${list} ${at} ${language}`,
      },
    );
  return (
    <div className="entry">
      <div className="entry-row">
        {languages.map((language, index) => (
          <TextInput
            key={language}
            id={index === 0 ? id : undefined}
            aria-label={t('textOfChoice', { number, language: languageName(language) })}
            placeholder={languages.length > 1 ? languageName(language) : undefined}
            lang={language}
            dir={directionOf(language)}
            value={textIn(whole[shape.text], language)}
            onChange={(event) => write(language, event.currentTarget.value)}
            onPaste={(event) => onPaste(event, language)}
            onKeyDown={onKeyDown}
            style={{ flex: '3 1 8rem' }}
          />
        ))}
        <TextInput
          aria-label={t('codeOf', { number })}
          ff="monospace"
          spellCheck={false}
          autoCapitalize="none"
          value={code}
          rightSection={isStored ? <Lock title={t('codePublished')} /> : undefined}
          readOnly={isStored}
          onChange={(event) =>
            apply((definition) => renameEntry(definition, place, list, at, event.currentTarget.value), {
              join: `${place} ${list} ${at} code`,
            })
          }
          style={{ flex: '1 1 6rem', maxWidth: '10rem' }}
        />
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('choiceUp', { number })}
          disabled={at === 0}
          onClick={() => move(-1)}
        >
          <span aria-hidden="true">↑</span>
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('choiceDown', { number })}
          disabled={isLast}
          onClick={() => move(1)}
        >
          <span aria-hidden="true">↓</span>
        </ActionIcon>
        <ActionIcon variant="default" size="lg" aria-label={t('removeChoice', { number })} onClick={onRemove}>
          <span aria-hidden="true">✕</span>
        </ActionIcon>
      </div>
      {hasPictures && <PictureField link={isJson(entry) ? entry.imageLink : undefined} {...{ place, list, at }} />}
      {hasGuide &&
        (isGuided ? (
          <GuideFields element={element} place={place} code={code} />
        ) : (
          <Anchor
            component="button"
            type="button"
            size="xs"
            onClick={() => setOpened(true)}
            style={{ justifySelf: 'start' }}
          >
            {t('guide')}
          </Anchor>
        ))}
    </div>
  );
};
