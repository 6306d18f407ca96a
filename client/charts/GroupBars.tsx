// Horizontal bars of groups with interval whiskers, the target as a line, and hidden groups as hatched rows.
import { useElementSize } from '@mantine/hooks';
import { useId } from 'react';
import { Bar, BarChart, CartesianGrid, ErrorBar, ReferenceLine, XAxis, YAxis } from 'recharts';
import { edge, ink, quiet, targetLine } from './colours.ts';
import type { Axis } from './domain.ts';
import { GroupMark } from './GroupMark.tsx';
import { NameTick } from './GroupTicks.tsx';
import { Savable } from './saving/Savable.tsx';

export interface BarRow {
  key: string;
  name: string;
  /** Null: nothing to draw, either hidden or without data. */
  value: number | null;
  interval: readonly [number, number] | null;
  hidden: boolean;
  colour: string;
  /** Beside the bar: the figure, and below it what it is reckoned on. */
  figure: string;
  base: string;
  /** The group's own target, where it differs from the goal's. */
  targets: readonly number[];
}
interface Props {
  rows: readonly BarRow[];
  axis: Axis;
  tick: (value: number) => string;
  /** Lines through all rows. */
  targets: readonly { value: number; label: string }[];
  /** A dot in place of a bar, where the axis does not begin at zero. */
  dot: boolean;
  /** Above the chart when it is saved as a picture, and in its file's name. */
  title: string;
  /** What the picture says, for those who hear it. */
  label: string;
}
const rowHeight = 36;

export const GroupBars = ({ rows, axis, tick, targets, dot, title, label }: Props) => {
  const { ref, width: measured } = useElementSize();
  const hatch = useId();
  const width = measured || 640;
  const narrow = width < 480;
  const [low, high] = axis.domain;
  const data = rows.map((row) => ({
    ...row,
    length: row.hidden ? high : (row.value ?? low),
    whisker:
      row.interval && row.value !== null ? [row.value - row.interval[0], row.interval[1] - row.value] : undefined,
  }));
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return (
    <Savable kind="chart" title={title}>
      <div ref={ref} role="img" aria-label={label} className="chart">
        <BarChart
          layout="vertical"
          width={width}
          height={rows.length * rowHeight + 58}
          data={data}
          margin={{ top: 22, right: narrow ? 104 : 120, bottom: 4, left: 0 }}
          accessibilityLayer={false}
          barCategoryGap={dot ? '12%' : '22%'}
        >
          <defs>
            <pattern id={hatch} width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width={7} height={7} fill="#fff" />
              <rect width={2.5} height={7} fill={edge} />
            </pattern>
          </defs>
          <CartesianGrid horizontal={false} stroke={edge} />
          <XAxis
            type="number"
            domain={axis.domain}
            ticks={axis.ticks}
            tickFormatter={tick}
            tick={{ fill: quiet, fontSize: 12 }}
            stroke={edge}
            interval="preserveStartEnd"
          />
          <YAxis
            type="category"
            dataKey="key"
            width={narrow ? 92 : 224}
            tickLine={false}
            stroke={quiet}
            interval={0}
            tick={(props) => (
              <NameTick {...props} name={byKey.get(String(props.payload.value))?.name ?? ''} narrow={narrow} />
            )}
          />
          <Bar
            dataKey="length"
            isAnimationActive={false}
            shape={(mark) => (
              <GroupMark
                bar={{ x: mark.x, y: mark.y, width: mark.width, height: mark.height }}
                field={{ x: mark.background?.x, width: mark.background?.width }}
                row={rows[mark.index]}
                hatch={`url(#${hatch})`}
                dot={dot}
                domain={axis.domain}
              />
            )}
          >
            {/* Light around dark, so that the half within the bar is seen too. */}
            <ErrorBar dataKey="whisker" width={6} stroke="#fff" strokeWidth={4} isAnimationActive={false} />
            <ErrorBar dataKey="whisker" width={5} stroke={ink} strokeWidth={1.5} isAnimationActive={false} />
          </Bar>
          {targets.map(({ value, label: text }) => (
            <ReferenceLine
              key={value}
              x={value}
              stroke={targetLine}
              strokeWidth={2}
              label={{ value: text, position: 'top', fill: targetLine, fontSize: 12, fontWeight: 600 }}
            />
          ))}
        </BarChart>
      </div>
    </Savable>
  );
};
