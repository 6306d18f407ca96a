import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAdvice, useProblemTitle } from '../../../../components/survey/ProblemAdvice.tsx';
import { useCanvas, useProblems } from '../context.ts';
import type { Place } from '../document/tree.ts';

/** What the check says of the opened element. */
export const ProblemTexts = ({ place }: { place: Place }) => {
  const { t } = useTranslation('surveys');
  const problemTitle = useProblemTitle();
  const { t: logic } = useTranslation('logic');
  const { apply } = useCanvas();
  const problems = useProblems(place);
  if (problems.length === 0) return null;
  return (
    <ul className="problem-texts">
      {problems.map((problem) => (
        <li key={`${problem.path} ${problem.code} ${problem.message}`}>
          <Text span size="sm" fw={600} c={problem.severity === 'error' ? '#9b1026' : '#7a4b00'}>
            {problem.severity === 'error' ? '✕' : '▲'} {t(problem.severity)}: {problemTitle(problem)}.
          </Text>{' '}
          <ProblemAdvice problem={problem} />
          {problem.code === 'skip-mismatch' && (
            <Button
              variant="default"
              size="compact-sm"
              ml="xs"
              onClick={() => apply((definition) => ({ definition, place }), { select: place })}
            >
              {logic('redoSkips')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
};
