import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { query } from '../../api/fetcher.ts';
import { useItems } from '../../api/items.ts';
import { Empty } from '../../components/Empty.tsx';
import { foundItems } from '../../components/item/found.ts';
import { ItemFilter, themes } from '../../components/item/ItemFilter.tsx';
import { Loading } from '../../components/Loading.tsx';
import { OwnerSelect } from '../../components/OwnerSelect.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { Section } from '../../components/Section.tsx';
import { ItemTable } from './ItemTable.tsx';

const ItemsPage = () => {
  const { t } = useTranslation('items');
  const [address, setAddress] = useSearchParams();
  const [programme, search, theme] = [
    address.get('programme'),
    address.get('search') ?? '',
    address.get('theme') ?? '',
  ];
  const items = useItems(programme);
  const set = (name: string, value: string) =>
    setAddress(
      (before) => {
        if (value === '') before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  if (items.isPending) return <Loading />;
  if (items.isError) return <ProblemNotice error={items.error} onAgain={() => items.refetch()} />;
  const add = (
    <Button component={Link} to={`/items/new${query({ programme })}`}>
      {t('new')}
    </Button>
  );
  const found = foundItems(items.data, search, theme);
  const groups = themes.flatMap((each) => {
    const own = found.filter((item) => item.theme === each);
    return own.length > 0 ? [[each, own] as const] : [];
  });
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} actions={add} />
      <Stack>
        <OwnerSelect label={t('owner')} programme={programme} onChange={(slug) => set('programme', slug ?? '')} />
        {items.data.length === 0 ? (
          <Empty title={t('emptyTitle')} action={add}>
            {t('emptyText')}
          </Empty>
        ) : (
          <>
            <ItemFilter
              search={search}
              onSearch={(value) => set('search', value)}
              theme={theme}
              onTheme={(value) => set('theme', value)}
            />
            <Text size="sm" className="quiet" role="status">
              {found.length === 0 ? t('noneFound') : t('shownCount', { count: found.length })}
            </Text>
            {groups.map(([each, own]) => (
              <Section key={each} title={t(`themes.${each}`)}>
                <ItemTable items={own} />
              </Section>
            ))}
          </>
        )}
      </Stack>
    </>
  );
};
export default ItemsPage;
