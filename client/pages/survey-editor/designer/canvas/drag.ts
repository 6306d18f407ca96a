// Moving by pointer. The keys and buttons do the same and more.
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  draggable,
  dropTargetForElements,
  type ElementDropTargetEventBasePayload,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cardId, useCanvas } from '../context.ts';
import { moveTo } from '../document/operations.ts';
import { elementsPlace, entryOf, isWithin, listOf, type Place, readAt } from '../document/tree.ts';
import { useNames } from './names.ts';

export type Edge = 'before' | 'after' | 'into';
const isPage = (place: Place) => /pages\[\d+\]$/.test(place);

/** Pages go among pages, everything else among elements. */
const canDrop = (from: unknown, onto: Place): from is Place =>
  typeof from === 'string' && from !== onto && !isWithin(onto, from) && (isPage(onto) || !isPage(from));

const edgeOf = ({ self, location }: ElementDropTargetEventBasePayload, isInto: boolean): Edge => {
  if (isInto) return 'into';
  const { top, height } = self.element.getBoundingClientRect();
  return location.current.input.clientY < top + height / 2 ? 'before' : 'after';
};

const useDropped = () => {
  const { t } = useTranslation('designer');
  const { apply, focus, say } = useCanvas();
  const { titleOf, positionOf } = useNames();
  return (from: Place, onto: Place, edge: Edge) => {
    const made = apply((definition) => {
      if (edge === 'into') {
        const list = elementsPlace(definition, onto);
        return moveTo(definition, from, list, listOf(readAt(definition, list)).length);
      }
      const { list, at } = entryOf(onto);
      return moveTo(definition, from, list, edge === 'before' ? at : at + 1);
    });
    if (!made) return;
    focus(cardId(made.place));
    const moved = readAt(made.definition, made.place);
    say(t('moved', { name: titleOf(Object(moved)), place: positionOf(made.definition, made.place) }));
  };
};

/** For a card that is dragged by its handle, and that others are dropped before, after or (a page) into. */
export const useDrag = (place: Place) => {
  const card = useRef<HTMLElement>(null);
  const handle = useRef<HTMLElement>(null);
  const [edge, setEdge] = useState<Edge>();
  const [isDragged, setDragged] = useState(false);
  const dropped = useRef(useDropped());
  dropped.current = useDropped();
  useEffect(() => {
    const [element, dragHandle] = [card.current, handle.current];
    if (!element || !dragHandle) return;
    const isInto = (from: unknown) => isPage(place) && !isPage(String(from));
    const isInnermost = ({ self, location }: ElementDropTargetEventBasePayload) =>
      location.current.dropTargets[0]?.element === self.element;
    return combine(
      draggable({
        element,
        dragHandle,
        getInitialData: () => ({ place }),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => canDrop(source.data.place, place),
        onDrag: (event) => setEdge(isInnermost(event) ? edgeOf(event, isInto(event.source.data.place)) : undefined),
        onDragLeave: () => setEdge(undefined),
        onDrop: (event) => {
          setEdge(undefined);
          const from = event.source.data.place;
          if (isInnermost(event) && canDrop(from, place)) dropped.current(from, place, edgeOf(event, isInto(from)));
        },
      }),
    );
  }, [place]);
  return { card, handle, edge, isDragged };
};
