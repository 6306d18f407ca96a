import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../server/contract/programme.ts';
import type { Quality, QualityQuestion } from '../../api/quality.ts';
import { Section } from '../../components/Section.tsx';
import { useNumbers } from '../../components/useNumbers.ts';
import { useText } from '../../components/useText.ts';
import { useSurveyTitles } from './useSurveyTitles.ts';
import { WhoLeavesOut } from './WhoLeavesOut.tsx';

const shareOf = ({ unanswered, asked }: QualityQuestion) => (unanswered === null || !asked ? -1 : unanswered / asked);

/** Which questions are left out, survey by survey, those left out most first; those answered by all are passed over. */
export const QuestionsSection = ({ programme, quality }: { programme: Programme; quality: Quality }) => {
  const { t } = useTranslation('quality');
  const titles = useSurveyTitles(quality);
  const { questions } = quality;
  const nameOf = ({ survey, half }: QualityQuestion) =>
    half === null ? titles(survey) : t(`${half}Half`, { survey: titles(survey) });
  const forms = [...new Set(questions.map(nameOf))];
  return (
    <Section title={t('questions')}>
      {questions.length === 0 ? (
        <Text className="quiet">{t('noQuestions')}</Text>
      ) : (
        <Stack gap="md">
          <Text className="quiet" size="sm" maw="44rem">
            {t('questionsLead')} {quality.seesIndividuals && t('questionsGroups')}
          </Text>
          {forms.map((form) => (
            <FormQuestions
              key={form}
              programme={programme}
              title={form}
              questions={questions.filter((each) => nameOf(each) === form)}
            />
          ))}
        </Stack>
      )}
    </Section>
  );
};

interface Props {
  programme: Programme;
  title: string;
  questions: readonly QualityQuestion[];
}

const FormQuestions = ({ programme, title, questions }: Props) => {
  const { t } = useTranslation('quality');
  const text = useText();
  const { whole, percent } = useNumbers();
  const left = questions.filter(({ unanswered }) => unanswered !== 0).toSorted((a, b) => shareOf(b) - shareOf(a));
  const told = ({ unanswered, asked }: QualityQuestion) =>
    unanswered === null || asked === null ? (
      <span className="quiet">{t('notTold')}</span>
    ) : (
      t('outOf', { count: whole(unanswered), of: whole(asked) })
    );
  return (
    <div>
      <h3 className="form-title">{title}</h3>
      {left.length === 0 ? (
        <Text className="quiet">{t('allAnswered')}</Text>
      ) : (
        <Table className="left-out" aria-label={`${t('questions')}: ${title}`}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('question')}</Table.Th>
              <Table.Th className="figure">{t('unanswered')}</Table.Th>
              <Table.Th className="figure">{t('share')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {left.map((each) => (
              <Table.Tr key={each.question}>
                <Table.Th scope="row" fw={400}>
                  {text(each.title)}
                  <WhoLeavesOut programme={programme} question={each} />
                </Table.Th>
                <Table.Td className="figure">{told(each)}</Table.Td>
                <Table.Td className="figure">{shareOf(each) < 0 ? '–' : percent(shareOf(each), 1)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </div>
  );
};
