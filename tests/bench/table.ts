// The figures as lines for people.
import type { Figure } from './measure.ts';

const shown = (value: number): string => {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en').replaceAll(',', ' ');
  return value.toPrecision(3);
};

const isMet = (value: number, goal: NonNullable<Figure['goal']>) =>
  'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;

function goalText({ value, goal }: Figure): string {
  if (!goal) return '';
  const wanted = 'atLeast' in goal ? `at least ${goal.atLeast}` : `at most ${goal.atMost}`;
  return `${wanted.padEnd(14)} ${isMet(value, goal) ? 'met' : 'MISSED'}`;
}

export function line(part: string, figure: Figure): string {
  const name = figure.key ? `${part}.${figure.key}` : '';
  const value = `${shown(figure.value).padStart(9)} ${figure.unit.padEnd(9)}`;
  return `${name.padEnd(24)} ${figure.what.padEnd(66)} ${value} ${goalText(figure)}`.trimEnd();
}
