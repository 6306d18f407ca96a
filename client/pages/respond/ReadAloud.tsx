import { useEffect, useState } from 'react';
import type { Question } from 'survey-core';
import type { makeModel } from '../../components/survey/model.ts';
import { canReadAloud, read, stopReading } from '../../components/survey/readAloud.ts';
import { textIn } from '../../text/respond/languages.ts';
import type { RespondText } from '../../text/respond/sv.ts';

interface Props {
  model: ReturnType<typeof makeModel>;
  number: number;
  language: string;
  text: RespondText;
}

/** A repeating panel, then the questions of each entry. */
const withEntries = (question: Question): Question[] => {
  const entries = (question.visiblePanels ?? []) as { questions: Question[] }[];
  return [question, ...entries.flatMap(({ questions }) => questions)];
};

/** The question and each answer with its explanation, spoken by the phone; not shown where it has no such voice. */
export const ReadAloud = ({ model, number, language, text }: Props) => {
  const [possible, setPossible] = useState(() => canReadAloud(language));
  const [reading, setReading] = useState(false);
  useEffect(() => {
    const look = () => setPossible(canReadAloud(language));
    look();
    globalThis.speechSynthesis?.addEventListener?.('voiceschanged', look);
    return () => globalThis.speechSynthesis?.removeEventListener?.('voiceschanged', look);
  }, [language]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page stops the voice
  useEffect(() => {
    setReading(false);
    return stopReading;
  }, [number, language]);
  if (!possible) return null;

  const speak = () => {
    const texts = ((model.currentPage?.questions ?? []) as Question[])
      .flatMap(withEntries)
      .filter((question) => question.isVisible)
      .flatMap((question) => {
        const items = (question.visibleRateValues ?? question.visibleChoices ?? question.visibleColumns ?? []) as {
          value: unknown;
          text: string;
        }[];
        const rows = (question.visibleRows ?? []) as { text: string }[];
        const explain = (question.explanations ?? {}) as Record<string, unknown>;
        const spoken = textIn(question.readAloud, language) || question.processedTitle;
        return [
          spoken,
          ...items.map(({ value, text: words }) => `${words}. ${textIn(explain[String(value)], language)}`),
          ...rows.map(({ text: words }) => words),
        ];
      });
    setReading(true);
    read(texts, language, () => setReading(false));
  };
  const stop = () => {
    stopReading();
    setReading(false);
  };
  return (
    <button type="button" className="plain read-aloud" aria-pressed={reading} onClick={reading ? stop : speak}>
      {reading ? text.stopReading : text.readAloud}
    </button>
  );
};
