// Names on the left of a chart and figures on its right, so that no legend has to be looked up.
import { Text } from 'recharts';
import { ink, quiet } from './colours.ts';
import type { BarRow } from './GroupBars.tsx';

interface Place {
  x: number | string;
  y: number | string;
}

export const NameTick = ({ x, y, name, narrow }: Place & { name: string; narrow: boolean }) => (
  <Text
    x={x}
    y={y}
    width={narrow ? 86 : 190}
    textAnchor="end"
    verticalAnchor="middle"
    maxLines={2}
    fontSize={narrow ? 12 : 13}
    lineHeight="1.15em"
    fill={ink}
  >
    {name}
  </Text>
);

export const FigureBeside = ({ x, y, row }: { x: number; y: number; row: BarRow }) => (
  <text x={x} y={y} fontSize={13} fill={row.hidden ? quiet : ink} style={{ fontVariantNumeric: 'tabular-nums' }}>
    <tspan x={x} dy={row.base ? -2 : 4} fontWeight={row.value === null ? 400 : 700}>
      {row.figure}
    </tspan>
    {row.base && (
      <tspan x={x} dy={14} fontSize={11.5} fontWeight={400} fill={quiet}>
        {row.base}
      </tspan>
    )}
  </text>
);
