// A value's bar from zero with its interval as a whisker and the target as a line, small enough for a table row.
import { edge, ink, series, targetLine } from './colours.ts';

interface Props {
  value: number;
  interval: readonly [number, number] | null;
  /** Targets to draw: one, or the two ends of a span. */
  targets: readonly number[];
  domain: readonly [number, number];
  /** A dot in place of a bar, where the axis does not begin at zero. */
  dot?: boolean;
  /** What the picture says, for those who hear it. */
  label: string;
}
const [width, height] = [132, 20];
/** Light around dark, so that the half within the bar is seen too. */
const whiskers = [
  { stroke: '#fff', strokeWidth: 4 },
  { stroke: ink, strokeWidth: 1.5 },
];

export const IntervalBar = ({ value, interval, targets, domain: [low, high], dot = false, label }: Props) => {
  const x = (number: number) => Math.max(1, Math.min(width - 1, ((number - low) / (high - low || 1)) * width));
  const zero = x(Math.max(low, Math.min(high, 0)));
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      <rect x={0} y={4} width={width} height={12} rx={2} fill={edge} opacity={0.55} />
      {dot ? (
        <circle cx={x(value)} cy={10} r={5} fill={series[0]} />
      ) : (
        <rect
          x={Math.min(zero, x(value))}
          y={4}
          width={Math.abs(x(value) - zero)}
          height={12}
          rx={2}
          fill={series[0]}
        />
      )}
      {interval &&
        whiskers.map((whisker) => (
          <path
            key={whisker.stroke}
            d={`M${x(interval[0])} 10H${x(interval[1])}M${x(interval[0])} 6v8M${x(interval[1])} 6v8`}
            {...whisker}
            fill="none"
          />
        ))}
      {targets.map((target) => (
        <line key={target} x1={x(target)} x2={x(target)} y1={0} y2={height} stroke={targetLine} strokeWidth={2.5} />
      ))}
    </svg>
  );
};
