import { Alert, Button, Grid, Group, Stack, Text } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SurveyProblem } from '../../api/surveys.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { SurveyPreview } from '../../components/SurveyPreview.tsx';
import { CodeArea, type Mark, selectIn } from './CodeArea.tsx';
import { rangeOfLine } from './codeText.ts';
import { FindBar } from './FindBar.tsx';
import { ProblemList } from './ProblemList.tsx';
import { SavedState } from './SavedState.tsx';
import { useCheck } from './useCheck.ts';
import type { Writing } from './useWriting.ts';

const marksOf = (problems: readonly SurveyProblem[], found: number | undefined): Map<number, Mark> => {
  const marks = new Map<number, Mark>();
  if (found !== undefined) marks.set(found, 'found');
  for (const { line, severity } of problems)
    if (line !== undefined && marks.get(line) !== 'error') marks.set(line, severity);
  return marks;
};

const useSaveKey = (save: () => void) => {
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
};

/** The text with its problems pointed out, and beside it what a respondent would see. */
export const Editor = ({ writing }: { writing: Writing }) => {
  const { t } = useTranslation('surveys');
  const { source, saved } = writing;
  const area = useRef<HTMLTextAreaElement>(null);
  const [found, setFound] = useState<number>();
  const check = useCheck(source, saved);
  const marks = useMemo(() => marksOf(check.problems, found), [check.problems, found]);
  useSaveKey(() => writing.save());
  const show = ({ line }: SurveyProblem) => {
    const { start, end } = rangeOfLine(source, line ?? 1);
    selectIn(area.current, start, end, true);
  };
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, lg: 7 }}>
        <Stack gap="xs">
          <Group justify="space-between">
            <FindBar area={area} source={source} onFound={setFound} />
            <Group gap="sm">
              <SavedState writing={writing} />
              <Button variant="default" onClick={() => writing.save()} loading={writing.isSaving}>
                {t('save')}
              </Button>
            </Group>
          </Group>
          <CodeArea
            area={area}
            value={source}
            onChange={writing.setSource}
            marks={marks}
            label={t('source')}
            describedBy="code-keys"
          />
          <Text id="code-keys" size="xs" className="quiet">
            {t('keys')}
          </Text>
          {check.failure !== undefined && <ProblemNotice error={check.failure} />}
          <ProblemList problems={check.problems} isChecking={check.isChecking} onShow={show} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <Stack gap="xs" component="section" aria-label={t('preview')}>
          {check.isLarge && <Alert color="gray">{t('previewLarge')}</Alert>}
          {check.hasErrors && <Alert color="yellow">{t(check.good ? 'previewLast' : 'previewNone')}</Alert>}
          {check.good && <SurveyPreview definition={check.good} />}
        </Stack>
      </Grid.Col>
    </Grid>
  );
};
