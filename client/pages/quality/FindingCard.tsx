import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../server/contract/programme.ts';
import type { QualityFinding } from '../../api/quality.ts';
import { useGroupNames } from '../../components/results/useGroupNames.ts';
import { useNumbers } from '../../components/useNumbers.ts';
import { Places } from './Places.tsx';

interface Props {
  programme: Programme;
  finding: QualityFinding;
  /** Its title, where the rows are answers. */
  survey: string | undefined;
  below: number;
}

/** Told apart by shape as well as by word and colour. */
const marks = { impossible: '✕', doubtful: '?', missing: '–' } as const;

export const FindingCard = ({ programme, finding, survey, below }: Props) => {
  const { t } = useTranslation('quality');
  const { rule, weight, groups, places } = finding;
  const figure = useFigure(finding, below);
  const title = t(`${rule}Title`);
  return (
    <li className={`finding ${weight}`}>
      <div className="weight">
        <span aria-hidden>{marks[weight]}</span> {t(weight)}
      </div>
      <div>
        <Title order={3} size="h4">
          {survey === undefined ? title : t('ofSurvey', { title, survey })}
        </Title>
        <Text className="figures-of">{figure}</Text>
        <Text className="quiet" maw="44rem">
          {t(`${rule}Todo`)}
        </Text>
        <Groups programme={programme} groups={groups} />
        {places.length > 0 && <Places slug={programme.slug} places={places} />}
      </div>
    </li>
  );
};

const useFigure = ({ count, of }: QualityFinding, below: number): string => {
  const { t } = useTranslation('quality');
  const { whole, percent } = useNumbers();
  if (count === null) return t('hidden', { most: below - 1 });
  if (of === null || of === 0) return whole(count);
  return t('counted', { count: whole(count), of: whole(of), share: percent(count / of, 1) });
};

/** One group alone would repeat the whole. */
const Groups = ({ programme, groups }: { programme: Programme; groups: QualityFinding['groups'] }) => {
  const { t } = useTranslation('quality');
  const names = useGroupNames(programme);
  const { whole } = useNumbers();
  const lists = [groups.filter(({ by }) => 'gender' in by), groups.filter(({ by }) => 'site' in by)];
  const told = lists.filter((list) => list.length > 1).flat();
  if (told.length === 0) return null;
  const nameOf = ({ by }: (typeof told)[number]) =>
    'gender' in by ? names.group('gender', by.gender) : names.group('site', by.site);
  return (
    <Text size="sm">
      {t('byGroup')}:{' '}
      {told
        .map((each) => t('groupCount', { group: nameOf(each), count: whole(each.count), of: whole(each.of) }))
        .join(' · ')}
    </Text>
  );
};
