import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { cardId, useCanvas } from '../context.ts';
import { shownText } from '../document/texts.ts';
import { elementsIn, entryOf, type Json, type Place, textOf } from '../document/tree.ts';
import { PageProperties } from '../properties/PageProperties.tsx';
import { AddMenu } from './AddMenu.tsx';
import { useDrag } from './drag.ts';
import { Elements, ProblemMark } from './ElementCard.tsx';
import { Tools, useTools } from './Tools.tsx';
import { useCardKeys } from './useCardKeys.ts';

interface Props {
  page: Json;
  place: Place;
  count: number;
  selected: Place | undefined;
}

export const PageCard = memo(({ page, place, count, selected }: Props) => {
  const { t } = useTranslation('designer');
  const { t: logic } = useTranslation('logic');
  const { select, shownLanguage, skipping } = useCanvas();
  const tools = useTools(place, page);
  const { card, handle, edge, isDragged } = useDrag(place);
  const isOpen = selected === place;
  const keys = useCardKeys(tools, isOpen);
  const at = entryOf(place).at + 1;
  const title = shownText(page.title, shownLanguage);
  return (
    <section
      ref={card}
      className={`page${isOpen ? ' open' : ''}${isDragged ? ' dragged' : ''}`}
      data-edge={edge}
      aria-label={t('pageOf', { number: at, count })}
    >
      <div className="card-head">
        <span ref={handle} className="handle" title={t('drag')} aria-hidden="true">
          ⠿
        </span>
        <button
          type="button"
          id={cardId(place)}
          className="card-title"
          aria-expanded={isOpen}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
          onClick={() => select(isOpen ? undefined : place)}
          onKeyDown={keys}
        >
          <span className="card-words">
            <span className="page-number">{t('pageOf', { number: at, count })}</span>
            {title && <span>{title}</span>}
          </span>
          <span className="card-marks">
            {typeof page.visibleIf === 'string' && page.visibleIf !== '' && (
              <span className="mark">{t('conditional')}</span>
            )}
            {skipping.has(textOf(page.name)) && <span className="mark">{logic('skipMark')}</span>}
            <ProblemMark place={place} />
          </span>
        </button>
      </div>
      {isOpen && (
        <div className="card-body">
          <Tools place={place} element={page} />
          <PageProperties page={page} place={place} />
        </div>
      )}
      <div className="within">
        {elementsIn(page).length === 0 && <p className="quiet">{t('emptyPage')}</p>}
        <Elements group={page} place={place} selected={selected} />
        <AddMenu group={place} label={t('add')} spoken={t('addTo', { place: t('page', { number: at }) })} />
      </div>
    </section>
  );
});
