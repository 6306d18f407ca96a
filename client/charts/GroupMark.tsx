// One row's mark: a bar, a dot where the axis does not begin at zero, or a hatched field where the group is hidden.
import { edge, targetLine } from './colours.ts';
import type { BarRow } from './GroupBars.tsx';
import { FigureBeside } from './GroupTicks.tsx';

interface Props {
  bar: Partial<Record<'x' | 'y' | 'width' | 'height', number | string | undefined>>;
  /** The row's whole field within the axes. */
  field: { x?: unknown; width?: unknown } | undefined;
  row: BarRow | undefined;
  hatch: string;
  dot: boolean;
  domain: readonly [number, number];
}

export const GroupMark = ({ bar, field, row, hatch, dot, domain: [low, high] }: Props) => {
  const [x = 0, y = 0, width = 0, height = 0] = [bar.x, bar.y, bar.width, bar.height].map((each) => Number(each ?? 0));
  const [left, full] = [Number(field?.x ?? 0), Number(field?.width ?? 0)];
  if (!row) return null;
  const place = (value: number) => left + ((value - low) / (high - low || 1)) * full;
  return (
    <g>
      {row.hidden && <rect x={left} y={y} width={full} height={height} fill={hatch} stroke={edge} />}
      {row.value !== null &&
        (dot ? (
          <circle cx={place(row.value)} cy={y + height / 2} r={6} fill={row.colour} />
        ) : (
          <rect x={Math.min(x, x + width)} y={y} width={Math.abs(width)} height={height} rx={2} fill={row.colour} />
        ))}
      {row.targets.map((target) => (
        <line
          key={target}
          x1={place(target)}
          x2={place(target)}
          y1={y - 3}
          y2={y + height + 3}
          stroke={targetLine}
          strokeWidth={3}
        />
      ))}
      <FigureBeside x={left + full + 8} y={y + height / 2} row={row} />
    </g>
  );
};
