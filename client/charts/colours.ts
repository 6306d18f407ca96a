// The same colour for the same group everywhere. Okabe and Ito's colour-blind safe set (2008), darkened to 3:1 on white;
// women and men are neither pink nor blue.
export const groupColours: Record<string, string> = {
  woman: '#7a4fa3',
  man: '#b56a00',
  other: '#5b6b68',
  unknown: '#8a949e',
  yes: '#a3552b',
  no: '#2f7a8c',
};
export const series = ['#0b5d57', '#b56a00', '#7a4fa3', '#2f7a8c', '#9b3d5b', '#5b6b68'] as const;
export const ink = '#16211f';
export const quiet = '#4b5855';
export const edge = '#d5dcda';
export const targetLine = '#b3162c';
export const first = '#8a949e';
export const latest = '#0b5d57';

/** Colour of a group's mark; groups without one of their own share the first of the series. */
export const colourOf = (value: string | number): string => groupColours[String(value)] ?? series[0];
