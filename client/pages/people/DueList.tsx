import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EnrolmentSummary } from '../../../server/contract/enrolment.ts';
import { today } from '../../components/enrolment/today.ts';
import { Section } from '../../components/Section.tsx';
import { allDue, type DueThing, isNear } from './due.ts';
import { useDueWords } from './useDueWords.ts';
import './people.css';
import { useNames } from './useNames.ts';

const shortList = 8;

/** The coordinator's day: what is overdue or near, the most overdue first. */
export const DueList = ({ slug, rows }: { slug: string; rows: readonly EnrolmentSummary[] }) => {
  const { t } = useTranslation('people');
  const [whole, setWhole] = useState(false);
  const all = allDue(rows, today());
  const near = all.filter(isNear);
  const next = all[0];
  const shown = whole ? near : near.slice(0, shortList);
  return (
    <Section title={near.length > 0 ? `${t('due')} (${near.length})` : t('due')}>
      {near.length === 0 ? (
        <Text className="quiet">
          {t('nothingDue')} {next && t('nextThing', { what: t(next.kind), date: next.date })}
        </Text>
      ) : (
        <Stack gap="xs" align="start">
          <ul className="due-list">
            {shown.map((thing) => (
              <DueRow key={`${thing.row.enrolment} ${thing.kind}`} slug={slug} thing={thing} />
            ))}
          </ul>
          {near.length > shortList && (
            <Button size="xs" variant="default" aria-expanded={whole} onClick={() => setWhole(!whole)}>
              {whole ? t('showFewer') : t('showAll', { count: near.length })}
            </Button>
          )}
        </Stack>
      )}
    </Section>
  );
};

const DueRow = ({ slug, thing }: { slug: string; thing: DueThing }) => {
  const { t } = useTranslation('people');
  const words = useDueWords();
  const nameOf = useNames();
  const late = thing.kind !== 'openCard' && thing.days < 0;
  const page = `/programmes/${slug}/people/${encodeURIComponent(thing.row.enrolment)}`;
  return (
    <li>
      <Anchor component={Link} fw={600} to={thing.kind === 'openCard' ? `${page}/card/${thing.date}` : page}>
        {nameOf(thing.row)}
      </Anchor>
      <span>{t(thing.kind)}</span>
      <span className="quiet">{thing.kind !== 'openCard' && thing.date}</span>
      <Text span size="sm" fw={late ? 600 : 400} c={late ? 'red.9' : undefined}>
        {late && <span aria-hidden="true">! </span>}
        {words(thing)}
      </Text>
    </li>
  );
};
