// What a question of the bank says: its words, its answers and what they mean.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageName } from '../../text/respond/languages.ts';
import { useText } from '../useText.ts';
import { isJson, type Json, languagesIn } from './question.ts';
import './item.css';

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const numbersOf = ({ type, rateValues, rateMin = 1, rateMax = 5, rateStep = 1 }: Json): unknown[] => {
  if (type !== 'rating' || listOf(rateValues).length > 0) return [];
  const [first, last, step] = [Number(rateMin), Number(rateMax), Number(rateStep) || 1];
  const count = Math.max(0, Math.min(20, Math.floor((last - first) / step) + 1));
  return Array.from({ length: count }, (_, at) => first + at * step);
};

export const QuestionTexts = ({ question }: { question: Json }) => {
  const { t } = useTranslation('items');
  const text = useText();
  const words = (value: unknown) =>
    typeof value === 'string' || isJson(value) ? text(value as string | Record<string, string>) : '';
  const explained = isJson(question.explanations) ? question.explanations : {};
  const answers = [question.choices, question.rateValues, question.columns, question.items].flatMap(listOf);
  const all = [...answers, ...numbersOf(question)];
  const entry = (each: unknown) => {
    const code = String(isJson(each) ? (each.value ?? each.name) : each);
    const meaning = words(explained[code]);
    const label = (isJson(each) && words(each.text ?? each.title)) || code;
    return (
      <li key={code}>
        {label}
        {meaning && meaning !== label && <span className="quiet"> – {meaning}</span>}
      </li>
    );
  };
  const rows = listOf(question.rows);
  const ends = [words(question.minRateDescription), words(question.maxRateDescription)].filter(Boolean);
  return (
    <div className="item-texts">
      {words(question.description) && <Text size="sm">{words(question.description)}</Text>}
      {all.length > 0 && <ul>{all.map(entry)}</ul>}
      {rows.length > 0 && (
        <>
          <Text size="sm" fw={600}>
            {t('properties.rows')}
          </Text>
          <ul>{rows.map(entry)}</ul>
        </>
      )}
      {ends.length > 0 && <Text size="sm">{ends.join(' … ')}</Text>}
      <Text size="sm" className="quiet">
        {t('languages', {
          languages: languagesIn(question)
            .map((language) => languageName(language))
            .join(', '),
        })}
      </Text>
    </div>
  );
};
