import { useTranslation } from 'react-i18next';
import type { Place } from '../designer/document/tree.ts';
import type { Leap } from './graph.ts';
import type { Drawing } from './PathMap.tsx';

/** What a skip leads to, as it is called. */
export const useGoalName = ({ graph, titleOf, pageName }: Drawing) => {
  const { t } = useTranslation('paths');
  return (to: Place | undefined) => {
    if (to === undefined) return t('theEnd');
    const page = graph.pages.find(({ place }) => place === to);
    if (page) return pageName(page.element, page.place);
    const stop = graph.pages.flatMap(({ stops }) => stops).find(({ place }) => place === to);
    return stop ? `”${titleOf(stop.element)}”` : t('theEnd');
  };
};

export const Leaps = ({ leaps, ...drawing }: Drawing & { leaps: readonly Leap[] }) => {
  const { t } = useTranslation('paths');
  const goalName = useGoalName(drawing);
  return leaps.map(({ condition, to }) => (
    <p key={`${condition} ${to}`} className="path-leap">
      <span aria-hidden="true">↷ </span>
      {t('leap', { condition: drawing.inWords(condition), goal: goalName(to) })}
    </p>
  ));
};
