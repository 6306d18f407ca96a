// Out to a translator and in again. What a file would change is shown before anything is.
import { Alert, Button, FileButton, Group, Menu, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../../charts/saving/download.ts';
import { isApproved } from '../designer/document/localized.ts';
import { type Json, textOf } from '../designer/document/tree.ts';
import type { Design } from '../designer/useDesign.ts';
import { type Import, readCsv, readXliff, takeIn, UnreadableTexts, writeCsv, writeXliff } from './exchange.ts';

interface Props {
  design: Design & { definition: Json };
  original: string;
  language: string;
  languages: readonly string[];
}
const mostBytes = 5_000_000;
const mostNamed = 20;

export const Exchange = ({ design, original, language, languages }: Props) => {
  const { t } = useTranslation('translations');
  const { t: common } = useTranslation();
  const { definition, apply } = design;
  const [found, setFound] = useState<Import>();
  const [problem, setProblem] = useState<string>();
  const name = textOf(definition.name) || 'survey';
  const save = (text: string, type: string, file: string) => download(new Blob([text], { type }), file);
  const read = async (file: File | null) => {
    if (!file) return;
    setProblem(undefined);
    if (file.size > mostBytes) return setProblem(t('tooLarge'));
    const text = await file.text();
    try {
      setFound(takeIn(definition, original, /^\s*(\ufeff)?\s*</.test(text) ? readXliff(text) : readCsv(text)));
    } catch (error) {
      setProblem(error instanceof UnreadableTexts ? t(`unreadable.${error.reason}`) : t('unreadable.notTable'));
    }
  };
  const take = () => {
    if (found) apply(() => ({ definition: found.definition, place: '' }), { select: null });
    setFound(undefined);
  };
  return (
    <>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button variant="default">{t('export')} …</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => save(writeCsv(definition, languages), 'text/csv', `${name}.csv`)}>
            {t('asCsv')}
          </Menu.Item>
          <Menu.Item
            onClick={() =>
              save(
                writeXliff(definition, name, original, language, isApproved(definition, language)),
                'application/xliff+xml',
                `${name}-${language}.xlf`,
              )
            }
          >
            {t('asXliff')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <FileButton onChange={read} accept=".csv,.xlf,.xliff,.xml,text/csv">
        {(props) => (
          <Button {...props} variant="default">
            {t('import')} …
          </Button>
        )}
      </FileButton>
      {problem && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
      {found && (
        <Modal
          opened
          onClose={() => setFound(undefined)}
          title={t('importTitle')}
          closeButtonProps={{ 'aria-label': common('close') }}
        >
          <Stack>
            <Text>{found.changed > 0 ? t('importChanged', { count: found.changed }) : t('importNothing')}</Text>
            <Named words={t('importOutdated')} keys={found.outdated} />
            <Named words={t('importUnknown')} keys={found.unknown} />
            <Group justify="end">
              <Button variant="default" onClick={() => setFound(undefined)}>
                {common('cancel')}
              </Button>
              <Button onClick={take} disabled={found.changed === 0}>
                {t('importTake')}
              </Button>
            </Group>
          </Stack>
        </Modal>
      )}
    </>
  );
};

const Named = ({ words, keys }: { words: string; keys: readonly string[] }) => {
  const { t } = useTranslation('translations');
  if (keys.length === 0) return null;
  return (
    <div>
      <Text c="#7a4b00">▲ {words}</Text>
      <ul>
        {keys.slice(0, mostNamed).map((key) => (
          <li key={key}>
            <code>{key}</code>
          </li>
        ))}
      </ul>
      {keys.length > mostNamed && <Text size="sm">{t('more', { count: keys.length - mostNamed })}</Text>}
    </div>
  );
};
