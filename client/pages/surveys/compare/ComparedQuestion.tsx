import { Group, Paper, SimpleGrid, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChainedQuestion, ComparedText } from '../../../api/surveyVersions.ts';
import { ComparisonStatus } from '../../../components/survey/ComparisonStatus.tsx';
import { dayText } from '../../../components/survey/dates.ts';
import { useReasons } from '../../../components/survey/useReasons.ts';
import { changedWords, type Piece } from './changedWords.ts';
import './compare.css';

interface Props {
  question: ChainedQuestion;
  from: number;
  to: number;
  language: string;
}

/** Wordings beside each other in one language, and under them what was said of each version between. */
export const ComparedQuestion = ({ question, from, to, language }: Props) => {
  const { t } = useTranslation('versions');
  const reasonText = useReasons();
  const { question: name, status, steps, texts } = question;
  const differs = texts.some(({ before, after }) => before?.[language] !== after?.[language]);
  const isBroken = status === 'notComparable' && steps.length > 1 && !differs;
  return (
    <Paper withBorder p="md" component="section" aria-label={name}>
      <Stack gap="sm">
        <Group gap="xs">
          <Text ff="monospace" size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Text>
          <ComparisonStatus status={status} />
        </Group>
        {texts.map((text) => (
          <Beside key={`${text.part} ${text.code}`} {...{ text, from, to, language }} />
        ))}
        {!differs && (
          <Text size="sm" className="quiet">
            {t(isBroken ? 'brokenBetween' : 'sameWords')}
          </Text>
        )}
        {steps.length > 0 && (
          <ul className="version-steps">
            {steps.map(({ version, status: step, reasons, publishedAt, publishedBy }) => (
              <li key={version}>
                <Group gap="xs">
                  <Text size="sm" fw={600}>
                    {t('step', { version, date: dayText(publishedAt), name: publishedBy })}
                  </Text>
                  <ComparisonStatus status={step} />
                </Group>
                {reasons.map((reason) => (
                  <Text size="sm" key={reason}>
                    {reasonText(reason)}
                  </Text>
                ))}
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Paper>
  );
};

interface BesideProps extends Omit<Props, 'question'> {
  text: ComparedText;
}

const Beside = ({ text, from, to, language }: BesideProps) => {
  const { t } = useTranslation('versions');
  const { t: surveys } = useTranslation('surveys');
  const { part, code, before, after } = text;
  const [was, is] = [before?.[language], after?.[language]];
  // What is there on one side only is marked as a whole.
  const marked = changedWords(was ?? '', is ?? '');
  const side = (words: typeof before, pieces: Piece[], version: number, mark: 'del' | 'ins') => (
    <div>
      <Text size="xs" className="quiet">
        {surveys('version', { version })}
      </Text>
      {words === null || words[language] === undefined ? (
        <Text size="sm" className="quiet" fs="italic">
          {t(words === null ? 'absent' : 'noText')}
        </Text>
      ) : (
        <Text size="sm" lang={language} dir="auto" style={{ overflowWrap: 'anywhere' }}>
          <Words pieces={pieces} mark={mark} />
        </Text>
      )}
    </div>
  );
  return (
    <div>
      <Text size="sm" fw={600}>
        {t(`part.${part}`, { code })}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing={4}>
        {side(before, marked.before, from, 'del')}
        {side(after, marked.after, to, 'ins')}
      </SimpleGrid>
    </div>
  );
};

const Words = ({ pieces, mark: Mark }: { pieces: Piece[]; mark: 'del' | 'ins' }) => {
  const { t } = useTranslation('versions');
  return pieces.map(({ text, isChanged }, at) =>
    isChanged ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text stand still
      <Mark key={at} className="changed-words">
        <VisuallyHidden>[{t(Mark === 'del' ? 'removedWords' : 'addedWords')}: </VisuallyHidden>
        {text}
        <VisuallyHidden>]</VisuallyHidden>
      </Mark>
    ) : (
      text
    ),
  );
};
