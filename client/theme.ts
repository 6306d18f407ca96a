// The one theme of the staff app: calm and dense, one accent, figures that line up.
import { createTheme, type MantineColorsTuple } from '@mantine/core';

const pine: MantineColorsTuple = [
  '#e9f5f3',
  '#d3e8e5',
  '#a5d1cb',
  '#74b9b0',
  '#4ca499',
  '#32968a',
  '#1f8378',
  '#0f6f66',
  '#0b5d57',
  '#08443f',
];

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: 8,
  colors: { pine },
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.625rem' }, h2: { fontSize: '1.25rem' }, h3: { fontSize: '1.0625rem' } },
  },
  defaultRadius: 'md',
  focusRing: 'auto',
  cursorType: 'pointer',
  components: {
    Table: { defaultProps: { verticalSpacing: 'xs', horizontalSpacing: 'sm' } },
    // A table wider than its frame must be reachable by keyboard, and its bar tells that there is more of it.
    TableScrollContainer: {
      defaultProps: { scrollAreaProps: { type: 'auto', offsetScrollbars: 'present', viewportProps: { tabIndex: 0 } } },
    },
    TextInput: { defaultProps: { size: 'sm' } },
  },
});
