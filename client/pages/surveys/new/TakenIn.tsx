import { Button, Group, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportedSurvey, NotCarried } from '../../../api/surveyImport.ts';
import { csvText } from '../../../charts/saving/csv.ts';
import { download } from '../../../charts/saving/download.ts';
import { fileName as nameOfFile } from '../../../charts/saving/fileName.ts';
import { surveyImport } from '../../../text/sv/surveyImport.ts';

type Code = keyof typeof surveyImport.codes;
const isKnown = (code: string): code is Code => code in surveyImport.codes;
const mostShown = 200;

/** What came of a form: how much was taken in, and each thing that was not, with its place in the file. */
export const TakenIn = ({ imported, fileName }: { imported: ImportedSurvey; fileName: string }) => {
  const { t, i18n } = useTranslation('surveyImport');
  const { notCarried, languages, questions } = imported;
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const list = new Intl.ListFormat(i18n.language).format(languages.map((code) => names.of(code) ?? code));
  const count = notCarried.length;
  const words = ({ code, reason }: NotCarried) => (isKnown(code) ? t(`codes.${code}`) : reason);
  const save = () => {
    const head = [t('sheet'), t('row'), t('column'), t('value'), t('reason'), t('detail')];
    const rows = notCarried.map((each) => [each.sheet, each.row, each.column, each.value, words(each), each.reason]);
    const name = t('listName', { name: fileName.replace(/\.xlsx$/i, '') });
    download(new Blob([csvText([head, ...rows], i18n.language)], { type: 'text/csv' }), nameOfFile([name], '', 'csv'));
  };
  return (
    <Stack gap="xs">
      <div role="status">
        <Text fw={600}>{t('takenIn', { count: questions, languages: list })}</Text>
        <Text>{count === 0 ? t('allCarried') : t('notCarried', { count })}</Text>
      </div>
      {count > 0 && (
        <>
          <Text size="sm" className="quiet">
            {t('notCarriedLead')}
          </Text>
          <ScrollArea.Autosize
            mah={280}
            type="auto"
            viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('notCarried', { count }) }}
          >
            <Rows shown={notCarried.slice(0, mostShown)} words={words} />
          </ScrollArea.Autosize>
          {count > mostShown && <Text size="sm">{t('more', { count: count - mostShown })}</Text>}
          <Group>
            <Button size="xs" variant="default" onClick={save}>
              {t('saveList')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
};

const Rows = ({ shown, words }: { shown: NotCarried[]; words: (each: NotCarried) => string }) => {
  const { t } = useTranslation('surveyImport');
  return (
    <Table stickyHeader verticalSpacing={4} fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('where')}</Table.Th>
          <Table.Th>{t('value')}</Table.Th>
          <Table.Th>{t('reason')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {shown.map((each) => (
          <Table.Tr key={Object.values(each).join(' ')} style={{ verticalAlign: 'top' }}>
            <Table.Td>
              <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
                {t('place', each)}
              </Text>
              <Text size="xs" className="quiet">
                {each.column}
              </Text>
            </Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }} ff="monospace" fz="xs">
              {each.value}
            </Table.Td>
            <Table.Td>
              {words(each)}
              <Text size="xs" className="quiet" lang="en">
                {each.reason}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};
