import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Comparison, Snapshot } from '../../../api/snapshots.ts';
import { Section } from '../../../components/Section.tsx';
import { useText } from '../../../components/useText.ts';
import { useSurveyTitles } from '../useSurveyTitles.ts';

interface Props {
  comparison: Comparison;
  content: Snapshot['content'];
}
type Change = Comparison['definitions'][number];

const fields = {
  title: 'fieldTitle',
  description: 'fieldDescription',
  indicator: 'fieldIndicator',
  target: 'fieldTarget',
  near: 'fieldNear',
  siteTargets: 'fieldSiteTargets',
  groupTargets: 'fieldGroupTargets',
  start: 'fieldPeriod',
  end: 'fieldPeriod',
  sites: 'fieldSites',
  codes: 'fieldCodes',
  fields: 'fieldFields',
  activityBands: 'fieldBands',
  ageBands: 'fieldBands',
  waves: 'fieldWaves',
  suppression: 'fieldSuppression',
  funderCodes: 'fieldFunderCodes',
} as const;
const isField = (name: string): name is keyof typeof fields => name in fields;

/** What is defined otherwise than when it was frozen, and so may be why a figure has moved. */
export const Definitions = ({ comparison, content }: Props) => {
  const { t } = useTranslation('snapshots');
  const { t: words } = useTranslation('goals');
  const text = useText();
  const surveyTitle = useSurveyTitles(content);
  const goalTitle = (id: string | null) => {
    const goal = comparison.goals.find((each) => each.id === id);
    return words('quoted', { text: text((goal?.now ?? goal?.before)?.title) || (id ?? '') });
  };
  const said = ({ what, goal, survey, version, fields: names }: Change): string => {
    const parts = [...new Set(names.map((name) => (isField(name) ? t(fields[name]) : name)))];
    return t(what, {
      ...{
        goal: goalTitle(goal),
        survey: words('quoted', { text: surveyTitle(survey ?? '') }),
        version: version ?? '',
      },
      fields: parts.join(', '),
    });
  };
  const { definitions } = comparison;
  const key = ({ what, goal, survey, version }: Change) => [what, goal, survey, version].join(' ');
  return (
    <Section title={t('definitions')}>
      {definitions.length === 0 ? (
        <Text>{t('noDefinitions')}</Text>
      ) : (
        <List>
          {definitions.map((each) => (
            <List.Item key={key(each)}>{said(each)}</List.Item>
          ))}
        </List>
      )}
    </Section>
  );
};
