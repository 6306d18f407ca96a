import { Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../server/contract/programme.ts';
import { useSession } from '../../api/session.ts';
import { today } from '../enrolment/today.ts';
import { minimumDays, useResultsFilter } from './useResultsFilter.ts';

const quarterOf = (day: string) => Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);

/** Quarters from the programme's start to its end, as 2024Q3. */
export const quartersOf = ({ start, end }: Pick<Programme, 'start' | 'end'>): string[] => {
  const [first, last] = [quarterOf(start), quarterOf(end ?? today())];
  return Array.from({ length: Math.max(0, Math.min(80, last - first + 1)) }, (_, at) => {
    const quarter = first + at;
    return `${Math.floor(quarter / 4)}Q${(quarter % 4) + 1}`;
  });
};

/** A cohort may be asked for by coordinators alone: others could cross it with what they already know. */
export const ResultsFilters = ({ programme, minDaysOff = false }: { programme: Programme; minDaysOff?: boolean }) => {
  const { t } = useTranslation('goals');
  const { minDays, cohort, set } = useResultsFilter();
  const role = useSession().data?.role;
  return (
    <Group gap="sm" className="no-print" align="end">
      <Select
        label={t('minDays')}
        w={170}
        allowDeselect={false}
        disabled={minDaysOff}
        description={minDaysOff ? t('crossNotWithDays') : undefined}
        value={minDaysOff ? '' : (minDays ?? '')}
        data={[
          { value: '', label: t('minDaysAll') },
          ...minimumDays.map((days) => ({ value: days, label: t('minDaysValue', { days }) })),
        ]}
        onChange={(value) => set('minDays', value)}
      />
      {role === 'coordinator' && (
        <Select
          label={t('cohort')}
          w={170}
          allowDeselect={false}
          value={cohort ?? ''}
          data={[
            { value: '', label: t('cohortAll') },
            ...quartersOf(programme).map((value) => ({ value, label: value })),
          ]}
          onChange={(value) => set('cohort', value)}
        />
      )}
    </Group>
  );
};
