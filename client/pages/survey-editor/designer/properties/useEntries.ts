// What is done to a list of entries as a whole: adding, pasting several, and by keys.
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { newChoice } from '../canvas/beginnings.ts';
import { useCanvas } from '../context.ts';
import { changeEntry, entryAt, insertEntries, moveEntry, removeEntry, shapeOf } from '../document/entries.ts';
import { newEntry } from '../document/kinds.ts';
import { withText } from '../document/texts.ts';
import type { Json, Place } from '../document/tree.ts';

export type List = 'choices' | 'columns' | 'rows' | 'items' | 'rateValues';
const stems: Record<List, string> = {
  choices: 'choice',
  columns: 'column',
  rows: 'row',
  items: 'item',
  rateValues: '',
};

/** @param idOf of the field that is focused in the entry at a place */
export const useEntries = (entries: readonly unknown[], place: Place, list: List, idOf: (at: number) => string) => {
  const { apply, focus } = useCanvas();
  const shape = shapeOf(list);
  const made = (all: readonly unknown[], text?: string, language = 'sv'): Json => {
    const fresh = newEntry(all, stems[list], newChoice);
    const { value, text: beginning, ...rest } = fresh;
    return { [shape.code]: value, [shape.text]: text === undefined ? beginning : { [language]: text }, ...rest };
  };
  const insert = (at: number) => {
    apply((definition) => insertEntries(definition, place, list, at, [made(entries)]));
    focus(idOf(at));
  };
  const remove = (at: number) => {
    apply((definition) => removeEntry(definition, place, list, at));
    focus(idOf(Math.max(0, at - 1)));
  };
  /** Each line an entry of its own: the first goes where it was pasted. */
  const paste = (event: ClipboardEvent, at: number, language: string) => {
    const [first, ...rest] = linesOf(event.clipboardData.getData('text/plain'));
    if (first === undefined || rest.length === 0) return;
    event.preventDefault();
    const text = withText(entryAt(entries[at], shape)[shape.text], language, first);
    apply((definition) => {
      const { definition: begun } = changeEntry(definition, place, list, at, shape.text, text);
      const fresh: Json[] = [];
      for (const line of rest)
        fresh.push(made([...entries, ...fresh.map((each) => ({ value: each[shape.code] }))], line, language));
      return insertEntries(begun, place, list, at + 1, fresh);
    });
  };
  const keys = (event: KeyboardEvent, at: number) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      insert(at + 1);
    }
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      const step = event.key === 'ArrowUp' ? -1 : 1;
      if (apply((definition) => moveEntry(definition, place, list, at, step))) focus(idOf(at + step));
    }
  };
  return { add: () => insert(entries.length), remove, paste, keys };
};

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
