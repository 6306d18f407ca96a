// Pages one under the other with arrows between them; what leads past something runs beside.
import { Anchor, Group } from '@mantine/core';
import { Fragment, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json, Place } from '../designer/document/tree.ts';
import { Arcs, endPlace, mostLanes } from './Arcs.tsx';
import { type Graph, lanesOf } from './graph.ts';
import { MapPage } from './MapPage.tsx';
import type { Met } from './PathsView.tsx';

export interface Marks {
  unreachable: ReadonlySet<Place>;
  always: ReadonlySet<Place>;
}
export interface Drawing {
  graph: Graph;
  marks: Marks;
  met: ReadonlyMap<Place, Met>;
  selected: Place | undefined;
  onSelect: (place: Place) => void;
  onOpen: (place: Place) => void;
  inWords: (expression: string) => string;
  titleOf: (element: Json) => string;
  pageName: (page: Json, place: Place) => string;
}

/** A longer survey begins with its pages closed. */
const mostOpen = 40;

export const PathMap = (drawing: Drawing) => {
  const { t } = useTranslation('paths');
  const { graph, met, inWords } = drawing;
  const frame = useRef<HTMLDivElement>(null);
  const count = graph.pages.reduce((sum, { stops }) => sum + stops.length, 0);
  const [turned, setTurned] = useState<ReadonlySet<Place>>(new Set());
  const [areOpen, setAreOpen] = useState(count <= mostOpen);
  const isOpen = (place: Place) => areOpen !== turned.has(place);
  const turn = (place: Place) =>
    setTurned(
      (before) => new Set(before.has(place) ? [...before].filter((each) => each !== place) : [...before, place]),
    );
  const openAll = (open: boolean) => {
    setAreOpen(open);
    setTurned(new Set());
  };
  const lanes = useMemo(() => lanesOf(graph, mostLanes), [graph]);
  const width = Math.min(mostLanes, Math.max(0, ...lanes.map((lane) => lane + 1)));
  const isWalked = met.size > 0;
  return (
    <>
      {graph.pages.length > 1 && (
        <Group gap="md">
          <Anchor component="button" type="button" size="sm" onClick={() => openAll(true)}>
            {t('openAll')}
          </Anchor>
          <Anchor component="button" type="button" size="sm" onClick={() => openAll(false)}>
            {t('closeAll')}
          </Anchor>
        </Group>
      )}
      <div className={`path-map${isWalked ? ' walked' : ''}`} ref={frame} data-lanes={width}>
        <div className="path-end" data-place="start">
          {t('start')}
        </div>
        {graph.pages.map((page) => (
          <Fragment key={page.place}>
            <div className={`path-step${met.get(page.place) === 'passed' ? ' passed' : ''}`}>
              <span aria-hidden="true">↓</span>
              {page.condition !== '' && (
                <span className="path-if">{t('if', { condition: inWords(page.condition) })}</span>
              )}
            </div>
            <MapPage {...drawing} page={page} isOpen={isOpen(page.place)} onTurn={() => turn(page.place)} />
          </Fragment>
        ))}
        <div className="path-step" aria-hidden="true">
          ↓
        </div>
        <div className="path-end" data-place={endPlace}>
          {t('endOf')}
        </div>
        <Arcs frame={frame} graph={graph} lanes={lanes} drawn={`${areOpen} ${[...turned].join(' ')}`} />
      </div>
    </>
  );
};
