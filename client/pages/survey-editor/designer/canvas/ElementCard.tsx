// A question or a group on the canvas; the selected one is opened where it stands.
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { ItemMarks } from '../bank/ItemMarks.tsx';
import { ItemNotice } from '../bank/ItemNotice.tsx';
import { cardId, useCanvas, useProblems } from '../context.ts';
import { kindOf } from '../document/kinds.ts';
import { elementsIn, elementsName, isGroup, isWithin, type Json, type Place, textOf } from '../document/tree.ts';
import { useNumber } from '../numbers.ts';
import { QuestionProperties } from '../properties/QuestionProperties.tsx';
import { AddMenu } from './AddMenu.tsx';
import { useDrag } from './drag.ts';
import { useNames } from './names.ts';
import { Summary } from './Summary.tsx';
import { Tools, useTools } from './Tools.tsx';
import { useCardKeys } from './useCardKeys.ts';

interface Props {
  element: Json;
  place: Place;
  /** What is selected, when it is this or within it. */
  selected: Place | undefined;
}

export const within = (selected: Place | undefined, place: Place) =>
  selected !== undefined && isWithin(selected, place) ? selected : undefined;

export const Elements = ({ group, place, selected }: Omit<Props, 'element'> & { group: Json }) =>
  elementsIn(group).map((element, at) => {
    const here = `${place ? `${place}.` : ''}${elementsName(group)}[${at}]`;
    return <ElementCard key={here} element={element} place={here} selected={within(selected, here)} />;
  });

export const ElementCard = memo(({ element, place, selected }: Props) => {
  const { t } = useTranslation('designer');
  const { select } = useCanvas();
  const { titleOf, kindName } = useNames();
  const tools = useTools(place, element);
  const { card, handle, edge, isDragged } = useDrag(place, isGroup(element) && elementsIn(element).length === 0);
  const isOpen = selected === place;
  const keys = useCardKeys(tools, isOpen);
  const isPanel = element.type === 'panel';
  const isRepeating = element.type === 'paneldynamic';
  return (
    <section
      ref={card}
      className={`card${isOpen ? ' open' : ''}${isPanel || isRepeating ? ' panel' : ''}${isDragged ? ' dragged' : ''}`}
      data-edge={edge}
      aria-label={titleOf(element)}
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
            <NumberMark place={place} />
            <span>{titleOf(element)}</span>
          </span>
          <span className="card-marks">
            <span>{kindName(element)}</span>
            <Marks element={element} />
            <ItemMarks element={element} />
            <ProblemMark place={place} />
          </span>
        </button>
      </div>
      {!isOpen && <Summary element={element} />}
      {isOpen && (
        <div className="card-body">
          <Tools place={place} element={element} />
          <ItemNotice element={element} place={place} />
          {kindOf(element) ? (
            <QuestionProperties element={element} place={place} />
          ) : (
            <p>{t('unknownKind', { type: String(element.type) })}</p>
          )}
        </div>
      )}
      {(isPanel || isRepeating) && (
        <div className="within">
          {isRepeating && <p className="quiet">{t('eachEntry')}</p>}
          {elementsIn(element).length === 0 && <p className="quiet">{t('emptyPanel')}</p>}
          <Elements group={element} place={place} selected={selected} />
          <AddMenu
            group={place}
            label={t('add')}
            spoken={t('addTo', { place: titleOf(element) })}
            isInEntry={isRepeating || place.includes('.templateElements[')}
          />
        </div>
      )}
    </section>
  );
});

const NumberMark = ({ place }: { place: Place }) => {
  const number = useNumber(place);
  return number !== undefined && <span className="number">{number}</span>;
};

const Marks = ({ element }: { element: Json }) => {
  const { t } = useTranslation('designer');
  const { t: logic } = useTranslation('logic');
  const { skipping } = useCanvas();
  const marks = [
    element.isRequired === true && t('required'),
    typeof element.visibleIf === 'string' && element.visibleIf.trim() !== '' && t('conditional'),
    skipping.has(textOf(element.name)) && logic('skipMark'),
    element.draft === true && t('proposal'),
  ].filter((mark) => mark !== false);
  return marks.map((mark) => (
    <span key={mark} className="mark">
      {mark}
    </span>
  ));
};

export const ProblemMark = ({ place }: { place: Place }) => {
  const { t } = useTranslation('designer');
  const problems = useProblems(place);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  return (
    <>
      {errors > 0 && <span className="mark error">✕ {t('problemsCount', { count: errors })}</span>}
      {warnings > 0 && <span className="mark warning">▲ {t('warningsCount', { count: warnings })}</span>}
    </>
  );
};
