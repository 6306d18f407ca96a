import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Goal, Programme } from '../../../server/contract/programme.ts';
import { useFigureWords } from '../results/useFigureWords.ts';
import { useGroupNames } from '../results/useGroupNames.ts';
import { useText } from '../useText.ts';

/** Targets of groups and sites, in words; equal ones are said once. */
export const Targets = ({ programme, goal }: { programme: Programme; goal: Goal }) => {
  const { t } = useTranslation('goals');
  const text = useText();
  const words = useFigureWords();
  const names = useGroupNames(programme);
  const waveTitle = (slug: string) => text(programme.waves.find((each) => each.slug === slug)?.title) || slug;
  const groups = (goal.groupTargets ?? []).map(({ by, target }) => ({
    name: Object.entries(by)
      .map(([variable, value]) => names.group(variable, typeof value === 'boolean' ? String(value) : value))
      .join(' · '),
    target,
  }));
  // A coordinator is sent own sites alone, and so reads their targets alone.
  const known = Object.entries(goal.siteTargets ?? {}).filter(([site]) =>
    programme.sites.some((each) => each.slug === site),
  );
  const sites = known.map(([site, target]) => ({ name: names.group('site', site), target }));
  const together = new Map<string, string[]>();
  for (const { name, target } of [...groups, ...sites]) {
    const said = words.target(goal.indicator.measure, target, waveTitle);
    together.set(said, [...(together.get(said) ?? []), name]);
  }
  if (together.size === 0) return null;
  return (
    <div>
      <Text size="sm" className="quiet">
        {t('goalTargets')}
      </Text>
      {[...together].map(([said, whose]) => (
        <Text key={said} size="sm">
          <strong>{said}</strong>: {whose.join(', ')}
        </Text>
      ))}
    </div>
  );
};
