// What is said about a question when it is put into the bank or changed there, and sending it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/fetcher.ts';
import { type Item, type ItemSummary, useItemChange, useItemJudgement, useNewItem } from '../../api/items.ts';
import { errorsOf } from './Finding.tsx';

export type Theme = ItemSummary['theme'];
interface Beginning {
  name: string;
  theme: Theme;
  source: Readonly<Record<string, string>>;
  programme: string | null;
}
/** @param target the item that it becomes a new version of; undefined for a new one */
export const useItemForm = (
  beginning: Beginning,
  target: ItemSummary | undefined,
  question: Record<string, unknown>,
) => {
  const { t, i18n } = useTranslation('items');
  const [begun] = useState(beginning);
  const [values, setValues] = useState(begun);
  const [note, setNote] = useState('');
  const [reason, setReason] = useState<string>();
  const [tried, setTried] = useState(false);
  const judged = useItemJudgement(target?.name, question);
  const create = useNewItem();
  const change = useItemChange(target?.name ?? '');
  const sending = target ? change : create;
  const judgement = judged.data;
  const comparison = target ? (judgement?.comparison ?? undefined) : undefined;
  const isDeclared = comparison?.status === 'notComparable' && reason !== undefined;
  const isTaken = sending.error instanceof ApiProblem && sending.error.code === 'already-exists';
  const isName = /^[a-z][a-z0-9-]{0,63}$/.test(values.name);
  const shown = {
    name: target || !tried ? false : isName ? isTaken && t('nameTaken') : t('nameWrong'),
    note: tried && target !== undefined && note.trim() === '' && t('noteNeeded'),
    reason: tried && isDeclared && reason.trim() === '' && t('declareNeeded'),
  } as const;
  const isWhole = target ? note.trim() !== '' && !(isDeclared && reason.trim() === '') : isName;
  const send = (onSaved: (item: Item) => void) => {
    setTried(true);
    if (!isWhole || errorsOf(judgement).length > 0) return;
    const { name, theme, programme } = values;
    const source = { ...values.source };
    const saved = { onSuccess: onSaved };
    if (!target) return create.mutate({ name, theme, programme, source, question }, saved);
    const declared = isDeclared ? { declared: { comparable: true, reason } } : {};
    return change.mutate({ revision: target.version, theme, source, question, note, ...declared }, saved);
  };
  const language = i18n.language === 'en' && values.source.sv === undefined ? 'en' : 'sv';
  return {
    values,
    set: (next: Partial<Beginning>) => setValues((before) => ({ ...before, ...next })),
    sourceText: values.source[language] ?? '',
    setSource: (text: string) =>
      setValues((before) => {
        const { [language]: _, ...rest } = before.source;
        return { ...before, source: text === '' ? rest : { ...rest, [language]: text } };
      }),
    ...{ note, setNote, reason, setReason, judgement, comparison, errors: shown, send },
    isChanged: JSON.stringify(values) !== JSON.stringify(begun) || note !== '' || reason !== undefined,
    failure: judged.error ?? (isTaken ? undefined : sending.error) ?? undefined,
    isSending: sending.isPending,
  };
};
export type ItemForm = ReturnType<typeof useItemForm>;
