import { Badge, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SurveyProblem } from '../../api/surveys.ts';
import { ProblemAdvice, useProblemTitle } from '../../components/survey/ProblemAdvice.tsx';
import { nameAt } from './designer/document/problemPlace.ts';
import type { Json } from './designer/document/tree.ts';

interface Props {
  problems: readonly SurveyProblem[];
  isChecking: boolean;
  /** They are those of an earlier text. */
  isUnchecked: boolean;
  /** Where their places have titles; undefined beside the text itself, where lines and paths are what is looked for. */
  definition: Json | undefined;
  onShow: (problem: SurveyProblem) => void;
}
const mostShown = 100;

/** Errors first; each leads to its line. */
export const ProblemList = ({ problems, isChecking, isUnchecked, definition, onShow }: Props) => {
  const { t, i18n } = useTranslation('surveys');
  const problemTitle = useProblemTitle();
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const counts = [
    errors.length > 0 ? t('errorsCount', { count: errors.length }) : t('noProblems'),
    warnings.length > 0 && t('warningsCount', { count: warnings.length }),
  ];
  const all = [...errors, ...warnings];
  return (
    <Stack gap={4}>
      <Text role="status" fw={600}>
        {isChecking ? `${t('checking')} …` : isUnchecked ? t('unchecked') : counts.filter(Boolean).join(' · ')}
      </Text>
      {errors.length === 0 && warnings.length > 0 && (
        <Text size="sm" className="quiet">
          {t('warningsMay')}
        </Text>
      )}
      {all.length > 0 && (
        <ul
          aria-label={t('problems')}
          style={{ listStyle: 'none', margin: 0, padding: 0, maxHeight: '16rem', overflow: 'auto' }}
        >
          {all.slice(0, mostShown).map((problem) => (
            <li key={`${problem.path} ${problem.code} ${problem.message}`}>
              <UnstyledButton onClick={() => onShow(problem)} w="100%" py={6} px={4}>
                <Group gap="xs" wrap="nowrap" align="start">
                  <ProblemBadge severity={problem.severity} />
                  <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                    <Text size="sm" fw={600}>
                      <Text span inherit td="underline">
                        {definition
                          ? nameAt(definition, problem.path, i18n.language) || t('survey')
                          : problem.line !== undefined && t('at', { line: problem.line, column: problem.column ?? 1 })}
                      </Text>{' '}
                      {problemTitle(problem)}
                    </Text>
                    {definition ? (
                      <ProblemAdvice problem={problem} />
                    ) : (
                      <Text size="sm" lang="en">
                        {problem.message}
                      </Text>
                    )}
                    {!definition && problem.path && (
                      <Text size="xs" className="quiet" ff="monospace">
                        {problem.path}
                      </Text>
                    )}
                  </div>
                </Group>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      {all.length > mostShown && <Text size="sm">{t('moreProblems', { count: all.length - mostShown })}</Text>}
    </Stack>
  );
};

const ProblemBadge = ({ severity }: Pick<SurveyProblem, 'severity'>) => {
  const { t } = useTranslation('surveys');
  const isError = severity === 'error';
  return (
    <Badge
      variant="outline"
      tt="none"
      color={isError ? 'red' : 'yellow'}
      c={isError ? '#9b1026' : '#7a4b00'}
      style={{ flex: 'none' }}
      leftSection={<span aria-hidden="true">{isError ? '✕' : '▲'}</span>}
    >
      {t(severity)}
    </Badge>
  );
};
