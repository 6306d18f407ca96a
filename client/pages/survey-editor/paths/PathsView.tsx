// The ways through a survey, drawn and told; and beside it a set of answers that walks one of them.
import { Grid, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWalk, useWays } from '../../../api/surveyPaths.ts';
import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { formOf, type Half, halves, inside, isCard, type Json, type Place } from '../designer/document/tree.ts';
import { graphOf } from './graph.ts';
import { PathList } from './PathList.tsx';
import { PathMap } from './PathMap.tsx';
import '../mark.css';
import './paths.css';
import { Simulator } from './Simulator.tsx';
import { Summary } from './Summary.tsx';
import { useConditionWords } from './useConditionWords.ts';
import { useTitles } from './useTitles.ts';
import { Ways } from './Ways.tsx';

interface Props {
  definition: Json;
  /** The latest text without errors, which can be walked. */
  source: string | undefined;
  selected: Place | undefined;
  onSelect: (place: Place) => void;
  /** To the designer, with it open. */
  onOpen: (place: Place) => void;
}

export type Answers = Readonly<Record<string, unknown>>;
/** How the walk met an element. */
export type Met = 'asked' | 'missing' | 'passed';

export const PathsView = ({ definition, source, selected, onSelect, onOpen }: Props) => {
  const { t } = useTranslation('paths');
  const { t: designer } = useTranslation('designer');
  const [half, setHalf] = useState<Half>(() =>
    selected && formOf(selected).endsWith('coordinator') ? 'coordinator' : 'person',
  );
  const [drawn, setDrawn] = useState<'map' | 'list'>('map');
  const [answers, setAnswers] = useState<Answers>({});
  const isHalved = isCard(definition);
  const form = isHalved ? `halves.${half}` : '';
  const [settled] = useDebouncedValue(answers, 250);
  const isWalking = Object.keys(settled).length > 0;
  const ways = useWays(source, isHalved ? half : undefined);
  const walk = useWalk(source, isHalved ? half : undefined, settled);
  const graph = useMemo(() => graphOf(definition, form), [definition, form]);
  const words = useConditionWords(definition, form);
  const titles = useTitles();
  const marks = useMemo(() => {
    const placed = (list: readonly string[] | undefined) => new Set(list?.map((path) => inside(form, path)));
    return { unreachable: placed(ways.data?.unreachable), always: placed(ways.data?.always) };
  }, [ways.data, form]);
  const met = useMemo(() => {
    const steps = isWalking ? (walk.data?.steps ?? []) : [];
    return new Map<Place, Met>(
      steps.map((step) => [
        inside(form, step.path),
        step.isShown ? (step.isRequired && !step.isAnswered && step.type !== 'page' ? 'missing' : 'asked') : 'passed',
      ]),
    );
  }, [walk.data, form, isWalking]);
  const shared = { graph, marks, met, selected, onSelect, onOpen, ...words, ...titles };
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack gap="xs">
          <Group gap="sm">
            <SegmentedControl
              aria-label={t('drawn')}
              value={drawn}
              onChange={(next) => setDrawn(next as 'map' | 'list')}
              data={[
                { value: 'map', label: t('map') },
                { value: 'list', label: t('list') },
              ]}
            />
            {isHalved && (
              <SegmentedControl
                aria-label={designer('half')}
                value={half}
                onChange={(next) => {
                  setAnswers({});
                  setHalf(next as Half);
                }}
                data={halves.map((each) => ({ value: each, label: designer(`halves.${each}`) }))}
              />
            )}
          </Group>
          {ways.data && <Summary ways={ways.data} />}
          {ways.isError && <ProblemNotice error={ways.error} onAgain={() => ways.refetch()} />}
          {graph.pages.length === 0 && <Text className="quiet">{designer('noPages')}</Text>}
          {drawn === 'map' ? <PathMap {...shared} /> : <PathList {...shared} />}
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <div className="beside">
          <Simulator
            {...{ definition, form, answers, graph, isWalking }}
            {...{ ...words, ...titles }}
            onAnswers={setAnswers}
            walk={walk}
            isReady={source !== undefined}
          />
          {ways.data && <Ways ways={ways.data} {...{ definition, form, ...words, ...titles }} onAnswers={setAnswers} />}
        </div>
      </Grid.Col>
    </Grid>
  );
};
