// The map in words: the same, in order, for whoever hears it or walks it by keyboard.
import { useTranslation } from 'react-i18next';
import type { Stop } from './graph.ts';
import { useGoalName } from './Leaps.tsx';
import type { Drawing } from './PathMap.tsx';

export const PathList = (drawing: Drawing) => (
  <ol className="path-list">
    {drawing.graph.pages.map((page) => (
      <li key={page.place}>
        <Told {...drawing} stop={page} name={drawing.pageName(page.element, page.place)} />
        <ol>
          {page.stops.map((stop) => (
            <li key={stop.place}>
              <Told {...drawing} stop={stop} name={drawing.titleOf(stop.element)} />
            </li>
          ))}
        </ol>
      </li>
    ))}
  </ol>
);

const Told = ({ stop, name, ...drawing }: Drawing & { stop: Stop; name: string }) => {
  const { t } = useTranslation('paths');
  const { marks, met, inWords, onOpen } = drawing;
  const goalName = useGoalName(drawing);
  const state = met.get(stop.place);
  const told = [
    stop.condition !== '' && t('onlyIf', { condition: inWords(stop.condition) }),
    marks.always.has(stop.place) && t('everybody'),
    marks.unreachable.has(stop.place) && t('nobody'),
    stop.element.isRequired === true && t('required'),
    state && t(`met.${state}`),
    ...stop.leaps.map(({ condition, to }) => t('leap', { condition: inWords(condition), goal: goalName(to) })),
  ].filter((each) => typeof each === 'string');
  return (
    <>
      <button type="button" className="path-name" onClick={() => onOpen(stop.place)}>
        {name}
      </button>
      {told.length > 0 && <span className="quiet"> {told.join(' · ')}</span>}
    </>
  );
};
