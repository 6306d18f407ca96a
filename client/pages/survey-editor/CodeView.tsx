import { Text } from '@mantine/core';
import { type RefObject, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SurveyProblem } from '../../api/surveys.ts';
import { CodeArea, type Mark } from './CodeArea.tsx';
import { FindBar } from './FindBar.tsx';

const marksOf = (problems: readonly SurveyProblem[], found: number | undefined): Map<number, Mark> => {
  const marks = new Map<number, Mark>();
  if (found !== undefined) marks.set(found, 'found');
  for (const { line, severity } of problems)
    if (line !== undefined && marks.get(line) !== 'error') marks.set(line, severity);
  return marks;
};

interface Props {
  area: RefObject<HTMLTextAreaElement | null>;
  source: string;
  onSource: (source: string) => void;
  problems: readonly SurveyProblem[];
}

/** The text as it is saved, with its problems pointed out. */
export const CodeView = ({ area, source, onSource, problems }: Props) => {
  const { t } = useTranslation('surveys');
  const [found, setFound] = useState<number>();
  const marks = useMemo(() => marksOf(problems, found), [problems, found]);
  return (
    <>
      <FindBar area={area} source={source} onFound={setFound} />
      <CodeArea
        area={area}
        value={source}
        onChange={onSource}
        marks={marks}
        label={t('source')}
        describedBy="code-keys"
      />
      <Text id="code-keys" size="xs" className="quiet">
        {t('keys')}
      </Text>
    </>
  );
};
