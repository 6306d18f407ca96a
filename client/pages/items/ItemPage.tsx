import { Anchor, Button, Grid, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ApiProblem } from '../../api/fetcher.ts';
import { type Item, useItem } from '../../api/items.ts';
import { itemEditPath } from '../../components/item/address.ts';
import { surveyWith } from '../../components/item/question.ts';
import { Loading } from '../../components/Loading.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { Section } from '../../components/Section.tsx';
import { SurveyPreview } from '../../components/SurveyPreview.tsx';
import { useText } from '../../components/useText.ts';
import { items as en } from '../../text/en/items.ts';
import { items as sv } from '../../text/sv/items.ts';
import { Uses } from './Uses.tsx';
import { VersionSection } from './VersionSection.tsx';

const up = (label: string) => (
  <Anchor component={Link} to="/items" size="sm">
    {label}
  </Anchor>
);

const ItemPage = () => {
  const { t } = useTranslation('items');
  const { name = '' } = useParams();
  const item = useItem(name);
  if (item.isPending) return <Loading />;
  if (item.error instanceof ApiProblem && item.error.code === 'not-found')
    return (
      <>
        <PageHead title={t('notHere')} above={up(t('title'))} />
        <Text>{t('notHereText')}</Text>
      </>
    );
  if (item.isError) return <ProblemNotice error={item.error} onAgain={() => item.refetch()} />;
  return <Whole key={name} item={item.data} />;
};
export default ItemPage;

const around = { sv: sv.previewNote, en: en.previewNote };
const shown = { half: undefined, page: 'question' };

const Whole = ({ item }: { item: Item }) => {
  const { t } = useTranslation('items');
  const text = useText();
  const { name, question, theme, source, versions, uses } = item;
  const facts = [t(`themes.${theme}`), text(source), question.draft === true && t('proposalHelp')];
  const preview = useMemo(() => surveyWith(question, around), [question]);
  return (
    <>
      <PageHead
        title={text(question.title as Record<string, string>) || name}
        lead={facts.filter(Boolean).join(' · ')}
        above={up(t('title'))}
        actions={
          <Button component={Link} to={itemEditPath(name)}>
            {t('change')}
          </Button>
        }
      />
      <Text size="sm" className="quiet" ff="monospace" mb="md">
        {name}
      </Text>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Stack>
            <Section title={t('uses')}>
              <Uses uses={uses} latest={item.version} />
            </Section>
            {versions.toReversed().map((version) => (
              <VersionSection
                key={version.version}
                version={version}
                before={versions.find((each) => each.version === version.version - 1)}
              />
            ))}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack component="section" aria-label={t('preview')}>
            <SurveyPreview definition={preview} shown={shown} height={600} />
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
};
