// One card or two round a circle. The first is dashed and hollow, the latest whole and filled: told apart without colour.
import { useElementSize } from '@mantine/hooks';
import { PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart, Text } from 'recharts';
import { edge, first as firstColour, ink, latest as latestColour, quiet } from './colours.ts';
import { Savable } from './saving/Savable.tsx';

export interface SpiderAxis {
  key: string;
  name: string;
  first: number | null;
  latest: number | null;
}
interface Props {
  axes: readonly SpiderAxis[];
  /** Lowest and highest number of the scale; the middle of the chart is one below the lowest. */
  scale: readonly [number, number];
  /** False while there is one card alone. */
  compared: boolean;
  /** Above the chart when it is saved as a picture, and in its file's name. */
  title: string;
  /** What the picture says, for those who hear it. */
  label: string;
}

export const SpiderChart = ({ axes, scale: [low, high], compared, title, label }: Props) => {
  const { ref, width: measured } = useElementSize();
  const width = Math.min(measured || 560, 640);
  const narrow = width < 460;
  const ticks = Array.from({ length: high - low + 1 }, (_, at) => low + at);
  const names = new Map(axes.map((axis) => [axis.key, axis.name]));
  return (
    <Savable kind="chart" title={title}>
      <div ref={ref} role="img" aria-label={label} className="chart">
        <RadarChart
          width={width}
          height={narrow ? 320 : 400}
          data={[...axes]}
          outerRadius={narrow ? '58%' : '76%'}
          accessibilityLayer={false}
          style={{ margin: '0 auto' }}
        >
          <PolarGrid stroke={edge} />
          <PolarAngleAxis
            dataKey="key"
            tick={({ x, y, textAnchor, payload }) => (
              <Text
                x={x}
                y={y}
                textAnchor={textAnchor}
                verticalAnchor="middle"
                width={narrow ? 84 : 130}
                maxLines={3}
                fontSize={narrow ? 11 : 13}
                fill={ink}
              >
                {names.get(String(payload.value)) ?? ''}
              </Text>
            )}
          />
          <PolarRadiusAxis
            domain={[low - 1, high]}
            ticks={ticks}
            angle={90 - 180 / Math.max(axes.length, 1)}
            axisLine={false}
            tick={{ fill: quiet, fontSize: 11 }}
          />
          {compared && (
            <Radar
              dataKey="first"
              stroke="#5b6b68"
              strokeWidth={2}
              strokeDasharray="5 4"
              fill={firstColour}
              fillOpacity={0.08}
              dot={{ r: 3.5, fill: '#fff', stroke: '#5b6b68', strokeWidth: 2, strokeDasharray: '0' }}
              isAnimationActive={false}
            />
          )}
          <Radar
            dataKey="latest"
            stroke={latestColour}
            strokeWidth={2.5}
            fill={latestColour}
            fillOpacity={0.18}
            dot={{ r: 4, fill: latestColour }}
            isAnimationActive={false}
          />
        </RadarChart>
      </div>
    </Savable>
  );
};
