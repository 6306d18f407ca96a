// The code of an entry. One that answers may be stored under stays as it is; conditions follow another one when the field is left, for
// half a code may be that of another entry.
import { TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanvas } from '../context.ts';
import { followCode } from '../document/codes.ts';
import { renameEntry } from '../document/entries.ts';
import type { Place } from '../document/tree.ts';
import type { List } from './useEntries.ts';

interface Props {
  place: Place;
  list: List;
  at: number;
  code: string;
  isStored: boolean;
}

export const EntryCode = ({ place, list, at, code, isStored }: Props) => {
  const { t } = useTranslation('designer');
  const { apply } = useCanvas();
  const begun = useRef(code);
  const join = `${place} ${list} ${at} code`;
  return (
    <TextInput
      aria-label={t('codeOf', { number: at + 1 })}
      ff="monospace"
      spellCheck={false}
      autoCapitalize="none"
      value={code}
      rightSection={isStored ? <Lock title={t('codePublished')} /> : undefined}
      readOnly={isStored}
      onChange={(event) =>
        apply((definition) => renameEntry(definition, place, list, at, event.currentTarget.value), { join })
      }
      onFocus={() => {
        begun.current = code;
      }}
      onBlur={() => apply((definition) => followCode(definition, place, list, at, begun.current), { join })}
      style={{ flex: '1 1 6rem', maxWidth: '10rem' }}
    />
  );
};

const Lock = ({ title }: { title: string }) => (
  <svg viewBox="0 0 16 16" width="14" height="14" role="img" aria-label={title}>
    <title>{title}</title>
    <path d="M4 7V5a4 4 0 0 1 8 0v2h1v8H3V7zm2 0h4V5a2 2 0 0 0-4 0z" fill="currentColor" />
  </svg>
);
