// Answers that have not reached the server yet, for this tab only: a lost network or a reload loses none of them.
import { useState } from 'react';

export type HalfAnswers = Record<string, number>;

const read = (key: string): HalfAnswers => {
  const text = sessionStorage.getItem(key);
  return text ? (JSON.parse(text) as HalfAnswers) : {};
};

export const useKeptAnswers = (enrolment: string, date: string, half: string) => {
  const key = `stegvis.card ${enrolment} ${date} ${half}`;
  const [answers, setAnswers] = useState(() => read(key));
  const set = (name: string, value: number | undefined) => {
    const { [name]: _, ...rest } = answers;
    const next = value === undefined ? rest : { ...rest, [name]: value };
    sessionStorage.setItem(key, JSON.stringify(next));
    setAnswers(next);
  };
  return { answers, set, forget: () => sessionStorage.removeItem(key) };
};
