import { Anchor, Badge, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useProgrammes } from '../../api/programmes.ts';
import type { SurveySummary } from '../../api/surveys.ts';
import { editPath, surveyPath } from '../../components/survey/address.ts';
import { dayText } from '../../components/survey/dates.ts';
import { useNumbers } from '../../components/useNumbers.ts';
import { useText } from '../../components/useText.ts';

export const SurveyTable = ({ surveys, isAdministrator }: { surveys: SurveySummary[]; isAdministrator: boolean }) => {
  const { t } = useTranslation('surveys');
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table striped highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('survey')}</Table.Th>
            <Table.Th>{t('kind')}</Table.Th>
            <Table.Th>{t('latest')}</Table.Th>
            <Table.Th className="figure">{t('responses')}</Table.Th>
            {isAdministrator && <Table.Th>{t('draft')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {surveys.map((survey) => (
            <SurveyRow
              key={`${survey.programme ?? ''} ${survey.name}`}
              survey={survey}
              isAdministrator={isAdministrator}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};

const SurveyRow = ({ survey, isAdministrator }: { survey: SurveySummary; isAdministrator: boolean }) => {
  const { t } = useTranslation('surveys');
  const text = useText();
  const responses = useResponses();
  const programmes = useProgrammes();
  const latest = survey.versions.at(-1);
  const owner = programmes.data?.find(({ slug }) => slug === survey.programme);
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={surveyPath(survey)} fw={600}>
          {text(survey.title)}
        </Anchor>
        <Text size="xs" className="quiet" ff="monospace">
          {survey.name}
        </Text>
        {survey.programme !== null && (
          <Text size="xs">{t('ownSurvey', { programme: owner ? text(owner.title) : survey.programme })}</Text>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm">{t(survey.kind === 'card' ? 'kindCard' : 'kindSurvey')}</Text>
        <Group gap={4}>
          {survey.anonymous && (
            <Badge variant="outline" tt="none">
              {t('anonymous')}
            </Badge>
          )}
          {survey.draftTexts > 0 && (
            <Badge variant="outline" color="yellow" c="#7a4b00" tt="none" title={t('draftTextsHelp')}>
              {t('draftTexts', { count: survey.draftTexts })}
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td>
        {latest ? (
          <>
            <Text size="sm">{t('version', { version: latest.version })}</Text>
            <Text size="xs" className="quiet">
              {dayText(latest.publishedAt)}
            </Text>
          </>
        ) : (
          t('neverPublished')
        )}
      </Table.Td>
      <Table.Td className="figure">{responses(survey)}</Table.Td>
      {isAdministrator && (
        <Table.Td>
          {survey.draft ? (
            <>
              <Anchor component={Link} to={editPath(survey)} size="sm">
                {t('goOn')}
              </Anchor>
              <Text size="xs" className="quiet">
                {t('draftBy', { name: survey.draft.changedBy, date: dayText(survey.draft.changedAt) })}
              </Text>
            </>
          ) : (
            t('noDraft')
          )}
        </Table.Td>
      )}
    </Table.Tr>
  );
};

/** Of all versions together; a version with few responses keeps its number to itself, and so does the sum. Cards are no responses. */
const useResponses = () => {
  const { t } = useTranslation('surveys');
  const { whole } = useNumbers();
  return ({ versions, kind }: SurveySummary): string => {
    if (kind === 'card') return '–';
    const told = versions.reduce((sum, { responses }) => sum + (responses ?? 0), 0);
    if (versions.every(({ responses }) => responses !== null)) return whole(told);
    return told > 0 ? `${whole(told)} + ${t('fewResponses')}` : t('fewResponses');
  };
};
