import { useTranslation } from 'react-i18next';
import type { Place } from '../designer/document/tree.ts';
import type { PageStop, Stop } from './graph.ts';
import { Leaps } from './Leaps.tsx';
import type { Drawing } from './PathMap.tsx';

interface Props extends Drawing {
  page: PageStop;
  isOpen: boolean;
  onTurn: () => void;
}

export const MapPage = ({ page, isOpen, onTurn, ...drawing }: Props) => {
  const { t } = useTranslation('paths');
  const { marks, met, selected, onSelect, pageName } = drawing;
  const name = pageName(page.element, page.place);
  const state = met.get(page.place);
  return (
    <section className={`path-page${state ? ` ${state}` : ''}`} aria-label={name}>
      <div className={`path-page-head${selected === page.place ? ' chosen' : ''}`} data-place={page.place}>
        <button
          type="button"
          className="path-turn"
          aria-expanded={isOpen}
          aria-label={t('turn', { name })}
          onClick={onTurn}
        >
          <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
        </button>
        <button
          type="button"
          className="path-name"
          aria-pressed={selected === page.place}
          onClick={() => onSelect(page.place)}
        >
          {name}
        </button>
        <span className="path-marks">
          {t('questions', { count: page.questions })}
          {marks.always.has(page.place) && <span className="mark">{t('everybody')}</span>}
          {marks.unreachable.has(page.place) && <span className="path-mark error">✕ {t('nobody')}</span>}
          {state === 'passed' && <span className="path-mark">{t('notAsked')}</span>}
        </span>
      </div>
      {selected === page.place && <Open {...drawing} place={page.place} />}
      {isOpen && page.stops.length > 0 && (
        <ul className="path-stops">
          {page.stops.map((stop) => (
            <MapStop key={stop.place} {...drawing} stop={stop} />
          ))}
        </ul>
      )}
      <Leaps {...drawing} leaps={page.leaps} />
    </section>
  );
};

const signs = { asked: '●', missing: '✕', passed: '○' } as const;

const MapStop = ({ stop, ...drawing }: Drawing & { stop: Stop }) => {
  const { t } = useTranslation('paths');
  const { marks, met, selected, onSelect, inWords, titleOf } = drawing;
  const { place, element, condition, depth, leaps } = stop;
  const state = met.get(place);
  return (
    <li className={`path-stop${state ? ` ${state}` : ''}`} style={{ marginInlineStart: `${depth}rem` }}>
      <div className={`path-row${selected === place ? ' chosen' : ''}`} data-place={place}>
        <button type="button" className="path-name" aria-pressed={selected === place} onClick={() => onSelect(place)}>
          {state && (
            <span className="path-sign" role="img" aria-label={t(`met.${state}`)}>
              {signs[state]}
            </span>
          )}
          <span className={element.type === 'panel' ? 'path-panel' : undefined}>{titleOf(element)}</span>
          {element.isRequired === true && <span className="path-required"> {t('required')}</span>}
        </button>
        {marks.unreachable.has(place) && <span className="path-mark error">✕ {t('nobody')}</span>}
      </div>
      {condition !== '' && <span className="path-if">{t('if', { condition: inWords(condition) })}</span>}
      {selected === place && <Open {...drawing} place={place} />}
      <Leaps {...drawing} leaps={leaps} />
    </li>
  );
};

const Open = ({ place, onOpen }: Drawing & { place: Place }) => {
  const { t } = useTranslation('paths');
  return (
    <button type="button" className="path-open" onClick={() => onOpen(place)}>
      {t('open')}
    </button>
  );
};
