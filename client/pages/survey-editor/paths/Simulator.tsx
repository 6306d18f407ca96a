// A set of answers, chosen or pasted, and what comes of it.
import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { useWalk } from '../../../api/surveyPaths.ts';
import type { AskedName } from '../../../components/condition/asked.ts';
import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { inside, type Json, type Place, textOf } from '../designer/document/tree.ts';
import { AnswerField } from './AnswerField.tsx';
import { askedFor, type Graph } from './graph.ts';
import { JsonAnswers } from './JsonAnswers.tsx';
import type { Answers } from './PathsView.tsx';
import { WalkResult } from './WalkResult.tsx';

export interface Words {
  questions: readonly AskedName[];
  inWords: (expression: string) => string;
  titleOf: (element: Json) => string;
  pageName: (page: Json, place: Place) => string;
}
interface Props extends Words {
  definition: Json;
  form: Place;
  graph: Graph;
  answers: Answers;
  onAnswers: (answers: Answers) => void;
  walk: ReturnType<typeof useWalk>;
  isReady: boolean;
  isWalking: boolean;
}

const modes = ['deciding', 'all', 'json'] as const;
type Mode = (typeof modes)[number];
const isAnswered = ({ type }: Json) => type !== 'panel' && type !== 'html' && type !== 'expression';

export const Simulator = (props: Props) => {
  const { definition, form, graph, answers, onAnswers, walk, isReady, isWalking } = props;
  const { t } = useTranslation('paths');
  const [mode, setMode] = useState<Mode>('deciding');
  const deciding = useMemo(() => askedFor(definition, form), [definition, form]);
  const shown = new Set(walk.data?.steps.filter((step) => step.isShown).map((step) => inside(form, step.path)));
  const all = graph.pages.flatMap(({ stops }) => stops).filter(({ element }) => isAnswered(element));
  const offered =
    mode === 'deciding'
      ? all.filter(({ element }) => deciding.has(textOf(element.name)))
      : all.filter(({ place, element }) => shown.has(place) || answers[textOf(element.name)] !== undefined);
  const set = (name: string, value: unknown) => {
    const { [name]: _before, ...others } = answers;
    onAnswers(value === undefined ? others : { ...others, [name]: value });
  };
  const notAsked = walk.data?.errors.filter(({ code }) => code === 'hidden-question') ?? [];
  const drop = () =>
    onAnswers(
      Object.fromEntries(Object.entries(answers).filter(([name]) => !notAsked.some((each) => each.question === name))),
    );
  if (!isReady) return <Text className="quiet">{t('errorsFirst')}</Text>;
  return (
    <section className="simulator" aria-labelledby="simulator-title">
      <Group justify="space-between" gap="sm">
        <h2 id="simulator-title">{t('simulator')}</h2>
        <Button variant="default" size="xs" disabled={Object.keys(answers).length === 0} onClick={() => onAnswers({})}>
          {t('clear')}
        </Button>
      </Group>
      <SegmentedControl
        aria-label={t('answersFrom')}
        size="xs"
        value={mode}
        onChange={(next) => setMode(next as Mode)}
        data={modes.map((value) => ({ value, label: t(`modes.${value}`) }))}
      />
      {mode === 'json' ? (
        <JsonAnswers answers={answers} onAnswers={onAnswers} />
      ) : (
        <Stack gap="xs" className="answers">
          {offered.length === 0 && (
            <Text size="sm" className="quiet">
              {t(mode === 'deciding' ? 'noneDeciding' : 'noneAsked')}
            </Text>
          )}
          {offered.map(({ element, place }) => {
            const name = textOf(element.name);
            return (
              <AnswerField
                key={place}
                element={element}
                label={props.titleOf(element)}
                asked={props.questions.find((each) => each.name === name)}
                value={answers[name]}
                onChange={(value) => set(name, value)}
              />
            );
          })}
        </Stack>
      )}
      {walk.isError && <ProblemNotice error={walk.error} onAgain={() => walk.refetch()} />}
      {notAsked.length > 0 && (
        <Button variant="default" size="xs" onClick={drop} style={{ justifySelf: 'start' }}>
          {t('dropNotAsked')}
        </Button>
      )}
      {isWalking && walk.data ? (
        <WalkResult {...props} walk={walk.data} />
      ) : (
        <Text size="sm" className="quiet">
          {t('answerSomething')}
        </Text>
      )}
    </section>
  );
};
