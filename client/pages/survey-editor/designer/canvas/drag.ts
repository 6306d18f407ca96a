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
import { moveInto, moveTo } from '../document/operations.ts';
import { entryOf, isWithin, type Place, readAt } from '../document/tree.ts';
import { useNames } from './names.ts';

export type Edge = 'before' | 'after' | 'into';
const isPage = (place: Place) => /pages\[\d+\]$/.test(place);

/** Pages go among pages, everything else among elements. */
const canDrop = (from: unknown, onto: Place): from is Place =>
  typeof from === 'string' && from !== onto && !isWithin(onto, from) && (isPage(onto) || !isPage(from));

/** An empty group is dropped into by its middle: it has no card to be dropped before or after. */
const edgeOf = ({ self, location }: ElementDropTargetEventBasePayload, into: 'all' | 'middle' | 'none'): Edge => {
  if (into === 'all') return 'into';
  const { top, height } = self.element.getBoundingClientRect();
  const from = (location.current.input.clientY - top) / height;
  if (into === 'middle' && from > 0.25 && from < 0.85) return 'into';
  return from < 0.5 ? 'before' : 'after';
};

const useDropped = () => {
  const { t } = useTranslation('designer');
  const { apply, focus, say } = useCanvas();
  const { titleOf, positionOf } = useNames();
  return (from: Place, onto: Place, edge: Edge) => {
    const made = apply((definition) => {
      if (edge === 'into') return moveInto(definition, from, onto);
      const { list, at } = entryOf(onto);
      return moveTo(definition, from, list, edge === 'before' ? at : at + 1);
    });
    if (!made) return;
    focus(cardId(made.place));
    const moved = readAt(made.definition, made.place);
    say(t('moved', { name: titleOf(Object(moved)), place: positionOf(made.definition, made.place) }));
  };
};

/** For a card that is dragged by its handle, and that others are dropped before, after or (a page, an empty group) into. */
export const useDrag = (place: Place, isEmptyGroup = false) => {
  const card = useRef<HTMLElement>(null);
  const handle = useRef<HTMLElement>(null);
  const [edge, setEdge] = useState<Edge>();
  const [isDragged, setDragged] = useState(false);
  const dropped = useRef(useDropped());
  dropped.current = useDropped();
  useEffect(() => {
    const [element, dragHandle] = [card.current, handle.current];
    if (!element || !dragHandle) return;
    const into = (from: unknown) => {
      if (isPage(place) && !isPage(String(from))) return 'all';
      return isEmptyGroup ? 'middle' : 'none';
    };
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
        onDrag: (event) => setEdge(isInnermost(event) ? edgeOf(event, into(event.source.data.place)) : undefined),
        onDragLeave: () => setEdge(undefined),
        onDrop: (event) => {
          setEdge(undefined);
          const from = event.source.data.place;
          if (isInnermost(event) && canDrop(from, place)) dropped.current(from, place, edgeOf(event, into(from)));
        },
      }),
    );
  }, [place, isEmptyGroup]);
  return { card, handle, edge, isDragged };
};
