// Two programmes side by side: the goals that they have in common, and those that can't be set against each other.
import { Group, Paper, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useComparison } from '../../api/comparison.ts';
import { type ProgrammeSummary, useProgrammes } from '../../api/programmes.ts';
import { FiguresOf } from '../../charts/saving/FiguresOf.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { useText } from '../../components/useText.ts';
import { Lonely } from './Lonely.tsx';
import { Pairs } from './Pairs.tsx';

const ComparePage = () => {
  const { t } = useTranslation('compare');
  const programmes = useProgrammes();
  if (programmes.error) return <ProblemNotice error={programmes.error} onAgain={() => programmes.refetch()} />;
  if (!programmes.data) return <Loading />;
  return (
    <Stack gap="md">
      <PageHead title={t('title')} lead={t('lead')} />
      {programmes.data.length < 2 ? (
        <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>
      ) : (
        <Chosen programmes={programmes.data} />
      )}
    </Stack>
  );
};
export default ComparePage;

const Chosen = ({ programmes }: { programmes: readonly ProgrammeSummary[] }) => {
  const { t } = useTranslation('compare');
  const text = useText();
  const { one, other, choose } = useChosen(programmes);
  const options = programmes.map(({ slug, title }) => ({ value: slug, label: text(title) }));
  const wide = { base: '100%', sm: 320 };
  return (
    <>
      <Paper withBorder p="md" radius="md" className="no-print">
        <Group gap="sm">
          <Select
            label={t('one')}
            w={wide}
            allowDeselect={false}
            data={options}
            value={one}
            onChange={(slug) => slug && choose(slug, slug === other ? one : other)}
          />
          <Select
            label={t('other')}
            w={wide}
            allowDeselect={false}
            data={options.filter(({ value }) => value !== one)}
            value={other}
            onChange={(slug) => slug && choose(one, slug)}
          />
        </Group>
      </Paper>
      <Compared one={one} other={other} />
    </>
  );
};

/** From the address, so that a comparison can be sent to somebody; else the first two. */
const useChosen = (programmes: readonly ProgrammeSummary[]) => {
  const [search, setSearch] = useSearchParams();
  const slugs = programmes.map(({ slug }) => slug);
  const known = (slug: string | null, but?: string) => slugs.find((each) => each === slug && each !== but);
  const one = known(search.get('one')) ?? slugs.find((each) => each !== search.get('other')) ?? '';
  const other = known(search.get('other'), one) ?? slugs.find((each) => each !== one) ?? '';
  const choose = (first: string, second: string) => setSearch({ one: first, other: second }, { replace: true });
  return { one, other, choose };
};

const Compared = ({ one, other }: { one: string; other: string }) => {
  const found = useComparison(one, other);
  if (found.error) return <ProblemNotice error={found.error} onAgain={() => found.refetch()} />;
  if (!found.data) return <Loading />;
  return (
    <FiguresOf part={`${one}-${other}`} day={found.data.one.computedAt.slice(0, 10)}>
      <Pairs comparison={found.data} />
      <Lonely comparison={found.data} />
    </FiguresOf>
  );
};
