// A figure along time: a dot a point with its interval as a whisker, the target as a line through them.
import { useElementSize } from '@mantine/hooks';
import { CartesianGrid, ErrorBar, Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts';
import { edge, ink, latest, quiet, targetLine } from './colours.ts';
import type { Axis } from './domain.ts';
import { Savable } from './saving/Savable.tsx';

export interface TimeMark {
  /** Months since year 0, so that merged months keep their room. */
  at: number;
  /** Null: no data then. */
  value: number | null;
  interval: readonly [number, number] | null;
}
interface Props {
  marks: readonly TimeMark[];
  axis: Axis;
  tick: (value: number) => string;
  targets: readonly { value: number; label: string }[];
  /** Beside the last mark. */
  last: string;
  title: string;
  /** What the picture says, for those who hear it. */
  label: string;
}
const steps = [1, 2, 3, 6, 12, 24];

const nameOf = (at: number) => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;

/** Months at whole steps, so few that their names do not meet. */
const ticksBetween = (low: number, high: number, most: number): number[] => {
  const step = steps.find((each) => (high - low) / each < most) ?? 24;
  const first = Math.ceil(low / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((high - first) / step) + 1) }, (_, at) => first + at * step);
};

export const TimeLine = ({ marks, axis, tick, targets, last, title, label }: Props) => {
  const { ref, width: measured } = useElementSize();
  const width = measured || 640;
  const data = marks.map(({ at, value, interval }) => ({
    ...{ at, value },
    whisker: interval && value !== null ? [value - interval[0], interval[1] - value] : undefined,
  }));
  const [low, high] = [marks[0]?.at ?? 0, marks.at(-1)?.at ?? 0];
  const end = marks.findLast(({ value }) => value !== null);
  const [bottom, top] = axis.domain;
  /** Beside the plot, where no whisker runs through it; within when it is too long or meets the last figure. */
  const placeOf = (target: number, text: string) => {
    const isNearLast = Math.abs(target - (end?.value ?? target)) < 0.09 * (top - bottom);
    return isNearLast || text.length > 9 ? 'insideTopLeft' : 'right';
  };
  return (
    <Savable kind="chart" title={title}>
      <div ref={ref} role="img" aria-label={label} className="chart">
        <LineChart
          width={width}
          height={260}
          data={data}
          margin={{ top: 22, right: 74, bottom: 4, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke={edge} />
          <XAxis
            type="number"
            dataKey="at"
            domain={[low - 0.5, high + 0.5]}
            ticks={ticksBetween(low, high, width < 480 ? 4 : 9)}
            tickFormatter={nameOf}
            tick={{ fill: quiet, fontSize: 12 }}
            stroke={quiet}
          />
          <YAxis
            width={52}
            domain={axis.domain}
            ticks={axis.ticks}
            tickFormatter={tick}
            tick={{ fill: quiet, fontSize: 12 }}
            stroke={edge}
          />
          {targets.map(({ value, label: text }) => (
            <ReferenceLine
              key={value}
              y={value}
              stroke={targetLine}
              strokeWidth={2}
              strokeDasharray="6 4"
              label={{ value: text, position: placeOf(value, text), fill: targetLine, fontSize: 12, fontWeight: 600 }}
            />
          ))}
          <Line
            dataKey="value"
            stroke={latest}
            strokeWidth={2}
            dot={{ r: 3.5, fill: latest, stroke: '#fff', strokeWidth: 1 }}
            isAnimationActive={false}
            label={({ x, y, index }) =>
              marks[Number(index)] === end ? (
                <text x={Number(x) + 9} y={Number(y) + 4} fontSize={13} fontWeight={700} fill={ink}>
                  {last}
                </text>
              ) : (
                <g />
              )
            }
          >
            <ErrorBar dataKey="whisker" width={3} stroke={quiet} strokeWidth={1} isAnimationActive={false} />
          </Line>
        </LineChart>
      </div>
    </Savable>
  );
};
