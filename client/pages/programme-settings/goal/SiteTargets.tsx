import { ActionIcon, Group, Input, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Target } from '../../../../server/contract/programme.ts';
import { type PartProps, withPart } from './editing.ts';
import { numericKinds, TargetFields } from './TargetFields.tsx';

/** Targets of single sites; the others have none of their own. */
export const SiteTargets = ({ goal, programme, errorAt, onChange }: PartProps) => {
  const { t } = useTranslation('goalBuilder');
  const targets = Object.entries(goal.siteTargets ?? {});
  const set = (next: [string, Target][]) =>
    onChange(withPart(goal, { siteTargets: next.length > 0 ? Object.fromEntries(next) : undefined }));
  const free = programme.sites.filter(({ slug }) => !targets.some(([site]) => site === slug));
  const titleOf = (slug: string) => programme.sites.find((each) => each.slug === slug)?.title ?? `${slug}?`;
  return (
    <Stack gap="xs" role="group" aria-label={t('siteTargets')}>
      <Input.Label component="div">{t('siteTargets')}</Input.Label>
      {targets.map(([site, target], at) => (
        <Group key={site} gap="xs" align="end" wrap="nowrap">
          <div style={{ flex: 1 }}>
            <TargetFields
              label={titleOf(site)}
              target={target}
              kinds={numericKinds}
              waves={[]}
              isNeeded
              error={errorAt(`siteTargets.${site}`) ?? errorAt(`siteTargets.${site}.between`)}
              onChange={(next) => next && set(targets.with(at, [site, next]))}
            />
          </div>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('removeTarget', { name: titleOf(site) })}
            onClick={() => set(targets.toSpliced(at, 1))}
          >
            <span aria-hidden="true">✕</span>
          </ActionIcon>
        </Group>
      ))}
      {free.length > 0 && (
        <Select
          aria-label={t('addSiteTarget')}
          placeholder={t('addSiteTarget')}
          maw={320}
          searchable
          value={null}
          data={free.map(({ slug, title }) => ({ value: slug, label: title }))}
          onChange={(site) => site && set([...targets, [site, targets.at(-1)?.[1] ?? goal.target ?? { atLeast: 0 }]])}
        />
      )}
    </Stack>
  );
};
