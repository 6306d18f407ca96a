// A question in small: what can be answered.
import { useTranslation } from 'react-i18next';
import { exampleOf } from '../../../../components/survey/mask.ts';
import { useCanvas } from '../context.ts';
import { shownText } from '../document/texts.ts';
import { isJson, type Json, listOf } from '../document/tree.ts';

const mostShown = 6;
const entryText = (entry: unknown, language: string): string => {
  if (!isJson(entry)) return String(entry);
  return shownText(entry.text ?? entry.title, language) || String(entry.value ?? entry.name ?? '');
};

const rates = (element: Json): string => {
  const [first, last, step] = [
    Number(element.rateMin ?? 1),
    Number(element.rateMax ?? 5),
    Number(element.rateStep ?? 1),
  ];
  const count = Math.floor((last - first) / step) + 1;
  if (!(count > 1 && count <= 20)) return '';
  return Array.from({ length: count }, (_, at) => first + at * step).join(' · ');
};

export const Summary = ({ element }: { element: Json }) => {
  const { t } = useTranslation('designer');
  const { shownLanguage } = useCanvas();
  const lists = [element.choices, element.columns, element.items, element.rateValues].map(listOf);
  const entries = lists.find((list) => list.length > 0) ?? [];
  const form = exampleOf(element)?.shown;
  if (form !== undefined)
    return (
      <p className="summary">
        <span className="chip">{form}</span>
      </p>
    );
  if (entries.length === 0) return element.type === 'rating' ? <p className="summary">{rates(element)}</p> : null;
  const rows = listOf(element.rows).length;
  return (
    <p className="summary">
      {entries.slice(0, mostShown).map((entry) => (
        <span key={JSON.stringify(entry)} className="chip">
          {entryText(entry, shownLanguage)}
        </span>
      ))}
      {entries.length > mostShown && <span>{t('more', { count: entries.length - mostShown })}</span>}
      {rows > 0 && <span>{t('rowsCount', { count: rows })}</span>}
    </p>
  );
};
