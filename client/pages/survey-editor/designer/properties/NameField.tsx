// The name that answers are stored under. It is changed when the writer leaves the field, with all that refers to it.
import { Alert, TextInput } from '@mantine/core';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanvas } from '../context.ts';
import { isName, namesIn } from '../document/names.ts';
import { rename } from '../document/operations.ts';
import { type Json, type Place, textOf } from '../document/tree.ts';
import { sameButTexts } from './sameButTexts.ts';

export const NameField = memo(({ element, place }: { element: Json; place: Place }) => {
  const { t } = useTranslation('designer');
  const { apply, form, published } = useCanvas();
  const name = textOf(element.name);
  const [typed, setTyped] = useState<{ name: string; problem?: string }>();
  const leave = () => {
    if (!typed || typed.name === name) return setTyped(undefined);
    if (!isName(typed.name)) return setTyped({ ...typed, problem: t('nameWrong') });
    let isTaken = false;
    const made = apply((definition) => {
      isTaken =
        typed.name.toLowerCase() !== name.toLowerCase() && namesIn(definition, form).has(typed.name.toLowerCase());
      return isTaken ? undefined : rename(definition, place, typed.name);
    });
    setTyped(made ? undefined : { ...typed, problem: t('nameTaken') });
  };
  return (
    <>
      <TextInput
        label={t('name')}
        description={t('nameHelp')}
        maw={420}
        autoCapitalize="none"
        spellCheck={false}
        value={typed?.name ?? name}
        error={typed?.problem}
        onChange={(event) => setTyped({ name: event.currentTarget.value })}
        onBlur={leave}
        onKeyDown={(event) => event.key === 'Enter' && leave()}
      />
      {published.has(name) && typed !== undefined && (
        <Alert color="yellow" role="status">
          {t('namePublished', { name })}
        </Alert>
      )}
    </>
  );
}, sameButTexts);
