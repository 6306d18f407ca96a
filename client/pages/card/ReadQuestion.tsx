import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { canReadAloud, read, stopReading } from '../../components/survey/readAloud.ts';
import { textIn } from '../../text/respond/languages.ts';
import type { RespondText } from '../../text/respond/sv.ts';
import { type Rating, titleOf, valuesOf } from './questions.ts';

/** The question and every number's meaning, by the tablet's own voice; not shown where it has none for the language. */
export const ReadQuestion = ({
  question,
  language,
  text,
}: {
  question: Rating;
  language: string;
  text: RespondText;
}) => {
  const [reading, setReading] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question or language stops the voice
  useEffect(() => {
    setReading(false);
    return stopReading;
  }, [question.name, language]);
  if (!canReadAloud(language)) return null;
  const start = () => {
    const spoken = textIn(question.readAloud, language) || titleOf(question, language);
    setReading(true);
    read(
      [spoken, ...valuesOf(question, language).map((value) => `${value.text}. ${value.explanation ?? ''}`)],
      language,
      () => setReading(false),
    );
  };
  const stop = () => {
    stopReading();
    setReading(false);
  };
  return (
    <Button variant="subtle" mb="sm" aria-pressed={reading} onClick={reading ? stop : start}>
      {reading ? text.stopReading : text.readAloud}
    </Button>
  );
};
