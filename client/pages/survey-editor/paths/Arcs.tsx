// Skips and ways past pages, as lines beside them: measured on what stands there, so that text may run as long as it likes.
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import type { Place } from '../designer/document/tree.ts';
import type { Graph } from './graph.ts';

/** Where the end stands in the frame. */
export const endPlace = 'end';
export const mostLanes = 6;
const laneWidth = 16;

interface Line {
  key: string;
  kind: 'skip' | 'past';
  path: string;
}
interface Props {
  frame: RefObject<HTMLDivElement | null>;
  graph: Graph;
  lanes: readonly number[];
  /** What is open: changes when lines have to be measured anew. */
  drawn: string;
}

/** The element itself, or the page that it is folded into. */
const standing = (frame: HTMLElement, place: Place): Element | null => {
  const found = frame.querySelector(`[data-place="${CSS.escape(place)}"]`);
  return (
    found ??
    frame.querySelector(`[data-place="${CSS.escape(/^(?:halves\.\w+\.)?pages\[\d+\]/.exec(place)?.[0] ?? '')}"]`)
  );
};

const linesOf = (frame: HTMLElement, graph: Graph, lanes: readonly number[]): Line[] => {
  const box = frame.getBoundingClientRect();
  return graph.arcs.flatMap(({ from, to, kind }, at) => {
    const [place, goal] = [standing(frame, from), standing(frame, to ?? endPlace)];
    const source = kind === 'past' ? place?.closest('.path-page') : place;
    if (!source || !goal) return [];
    const [start, end] = [source.getBoundingClientRect(), goal.getBoundingClientRect()];
    const y1 = Math.round((kind === 'past' ? start.bottom - 10 : start.top + start.height / 2) - box.top);
    const y2 = Math.round(end.top + Math.min(16, end.height / 2) - box.top);
    const x = Math.round(box.width - (mostLanes - (lanes[at] ?? 0)) * laneWidth + 8);
    const [x1, x2] = [Math.round(start.right - box.left), Math.round(end.right - box.left) + 2];
    const r = Math.min(6, Math.max(0, (y2 - y1) / 2));
    const path = `M${x1} ${y1}H${x - r}Q${x} ${y1} ${x} ${y1 + r}V${y2 - r}Q${x} ${y2} ${x - r} ${y2}H${x2}`;
    return [{ key: `${from} ${to} ${kind} ${at}`, kind, path }];
  });
};

/** Only for the eye: the same is said in words where each begins. */
export const Arcs = ({ frame, graph, lanes, drawn }: Props) => {
  const [lines, setLines] = useState<Line[]>([]);
  const [size, setSize] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when something is opened or the frame changes
  useLayoutEffect(() => {
    if (frame.current) setLines(linesOf(frame.current, graph, lanes));
  }, [frame, graph, lanes, drawn, size]);
  useEffect(() => {
    const found = frame.current;
    if (!found || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => setSize(`${found.clientWidth} ${found.clientHeight}`));
    observer.observe(found);
    return () => observer.disconnect();
  }, [frame]);
  return (
    <svg className="path-arcs" aria-hidden="true">
      <defs>
        {(['skip', 'past'] as const).map((kind) => (
          <marker
            key={kind}
            id={`path-${kind}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path d="M0 0L8 4L0 8z" className={`path-head ${kind}`} />
          </marker>
        ))}
      </defs>
      {lines.map(({ key, kind, path }) => (
        <path key={key} d={path} className={`path-line ${kind}`} markerEnd={`url(#path-${kind})`} />
      ))}
    </svg>
  );
};
