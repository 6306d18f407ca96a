import { Alert, Button, Group, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { timeText } from '../../components/survey/dates.ts';
import { Conflicts } from './Conflicts.tsx';
import { firstDifference } from './codeText.ts';
import type { Writing } from './useWriting.ts';

const Shown = ({ label, value }: { label: string; value: string }) => (
  <Textarea
    label={label}
    value={value}
    readOnly
    rows={10}
    wrap="off"
    styles={{ input: { fontFamily: 'ui-monospace, monospace', fontSize: 13, overflow: 'auto' } }}
  />
);

/** Two people wrote at once: both texts are shown, and neither goes before the writer lets it. */
export const Stale = ({ writing }: { writing: Writing }) => {
  const { t } = useTranslation('surveys');
  const { theirs, merged, setAside } = writing;
  if (theirs && merged) return <Conflicts writing={writing} merged={merged} />;
  if (theirs)
    return (
      <Alert color="yellow" title={t('staleTitle')} role="alert" mb="md">
        <Stack>
          <Text>
            {theirs.changedAt
              ? t('staleText', { name: theirs.changedBy ?? '', time: timeText(theirs.changedAt) })
              : t('staleGone')}{' '}
            {t('differs', { line: firstDifference(writing.source, theirs.source) })}
          </Text>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Shown label={t('mine')} value={writing.source} />
            <Shown label={t('theirs')} value={theirs.source} />
          </SimpleGrid>
          <Group>
            <Button onClick={() => writing.keepMine()} loading={writing.isSaving}>
              {t('keepMine')}
            </Button>
            <Button variant="default" onClick={writing.takeTheirs}>
              {t('takeTheirs')}
            </Button>
          </Group>
        </Stack>
      </Alert>
    );
  if (setAside === undefined) return null;
  return (
    <Alert color="gray" title={t('setAside')} mb="md">
      <Stack align="start">
        <Text>{t('setAsideText')}</Text>
        <div style={{ width: '100%' }}>
          <Shown label={t('setAside')} value={setAside} />
        </div>
        <Button variant="default" onClick={writing.closeSetAside}>
          {t('setAsideClose')}
        </Button>
      </Stack>
    </Alert>
  );
};
