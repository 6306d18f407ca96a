// Round a chart or a table: buttons that save it as a file.
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Cell, cellsOf, csvText } from './csv.ts';
import { download } from './download.ts';
import { useOrigin } from './FiguresOf.tsx';
import { fileName } from './fileName.ts';
import { pngOf } from './png.ts';
import { pictureOf } from './svg.ts';

interface Props {
  kind: 'chart' | 'table';
  /** Of this chart or table: heads the picture and ends the file's name. */
  title: string;
  /** Of a table, unrounded; without it the cells are saved as they are shown. */
  rows?: () => readonly (readonly Cell[])[];
  children: ReactNode;
}
const endings = { chart: ['svg', 'png'], table: ['csv'] } as const;
type Ending = (typeof endings)[keyof typeof endings][number];

export const Savable = ({ kind, title, rows, children }: Props) => {
  const { t } = useTranslation('saving');
  const frame = useRef<HTMLDivElement>(null);
  const fileOf = useFile(title, rows);
  const save = async (ending: Ending) => {
    try {
      if (frame.current) await fileOf(frame.current, ending);
    } catch {
      notifications.show({ color: 'red', message: t('failed') });
    }
  };
  return (
    <div ref={frame} className="savable">
      {children}
      <Group gap={2} justify="end" className="no-print">
        <Text span size="sm" className="quiet" aria-hidden="true">
          {t(kind)}
        </Text>
        {endings[kind].map((ending) => (
          <Button
            key={ending}
            variant="subtle"
            size="compact-sm"
            aria-label={t('as', { title, form: ending.toUpperCase() })}
            onClick={() => save(ending)}
          >
            {ending.toUpperCase()}
          </Button>
        ))}
      </Group>
    </div>
  );
};

const useFile = (title: string, rows: Props['rows']) => {
  const { i18n } = useTranslation();
  const { parts, day, words } = useOrigin();
  const today = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' }).format(new Date());
  return async (frame: HTMLElement, ending: Ending): Promise<void> => {
    const name = fileName([...parts, title], day || today, ending);
    const { language } = i18n;
    if (ending === 'csv') {
      const table = frame.querySelector('table');
      const cells = rows ? rows() : table ? cellsOf(table) : [];
      return download(new Blob([csvText(cells, language)], { type: 'text/csv;charset=utf-8' }), name);
    }
    const chart = frame.querySelector('svg');
    if (!chart) throw new Error('no chart');
    const picture = pictureOf(chart, { title, source: words, language });
    if (ending === 'png') return download(await pngOf(picture), name);
    download(new Blob([picture.text], { type: 'image/svg+xml;charset=utf-8' }), name);
  };
};
