// The month's counts as funders ask for them: who came, who is there, who left.
import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { Programme } from '../../../server/contract/programme.ts';
import { type FunderReport, funderCsvAddress, useFunderReport } from '../../api/funderReport.ts';
import { useProgramme } from '../../api/programmes.ts';
import { Empty } from '../../components/Empty.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { useScope } from '../../components/results/useScope.ts';
import { Section } from '../../components/Section.tsx';
import { useText } from '../../components/useText.ts';
import { CountsTable } from './CountsTable.tsx';
import { MonthChoice } from './MonthChoice.tsx';
import { monthsOf, monthWords, usualMonth } from './months.ts';

const FunderReportPage = () => {
  const { slug = '' } = useParams();
  const programme = useProgramme(slug);
  if (programme.error) return <ProblemNotice error={programme.error} onAgain={() => programme.refetch()} />;
  if (!programme.data) return <Loading />;
  return <Monthly programme={programme.data.definition} />;
};
export default FunderReportPage;

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
/** As the server has it: its months are in UTC. */
const thisMonth = () => new Date().toISOString().slice(0, 7);

const Monthly = ({ programme }: { programme: Programme }) => {
  const { t, i18n } = useTranslation('funderReport');
  const text = useText();
  const scope = useScope(programme);
  const [search, setSearch] = useSearchParams();
  const now = thisMonth();
  const months = monthsOf(programme, now);
  const month = months.find((each) => each === search.get('month')) ?? usualMonth(months, now);
  const asked = month === undefined ? undefined : { month, language: i18n.language };
  const found = useFunderReport(programme.slug, asked);
  const lead = [text(programme.title), scope].filter(Boolean).join(' · ');
  if (!asked)
    return (
      <Stack gap="md">
        <PageHead title={t('title')} lead={lead} />
        <Empty title={t('emptyTitle')}>{t('emptyText', { date: programme.start })}</Empty>
      </Stack>
    );
  const csv = (
    <Button component="a" href={funderCsvAddress(programme.slug, asked)} download className="no-print">
      {t('csv')}
    </Button>
  );
  return (
    <Stack gap="md">
      <PageHead title={t('title')} lead={lead} actions={csv} />
      <MonthChoice
        months={months}
        month={asked.month}
        onMonth={(chosen) => setSearch({ month: chosen }, { replace: true })}
        isWaiting={found.isPlaceholderData}
      />
      {found.error && <ProblemNotice error={found.error} onAgain={() => found.refetch()} />}
      {!found.error && !found.data && <Loading />}
      {!found.error && found.data && (
        <Section title={capital(monthWords(found.data.month, i18n.language))}>
          {found.data.month === now && <Text mb="xs">{t('notOver')}</Text>}
          <Exactness roundedTo={found.data.roundedTo} />
          <Text className="quiet" maw="44rem" mb="sm">
            {t('words')}
          </Text>
          <CountsTable report={found.data} />
        </Section>
      )}
    </Stack>
  );
};

const Exactness = ({ roundedTo }: Pick<FunderReport, 'roundedTo'>) => {
  const { t } = useTranslation('funderReport');
  return (
    <Text className="quiet" maw="44rem" mb="sm">
      {roundedTo === null
        ? t('exact')
        : t('rounded', { step: roundedTo, under: roundedTo - 1, most: 2 * roundedTo - 1 })}
    </Text>
  );
};
