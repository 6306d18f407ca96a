// Which version of its survey each saved wave asks, and a deliberate change of it while nobody has answered.
import { Button, Group, Select, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWaveVersionChange, useWaveVersions, type WaveVersion } from '../../api/surveyVersions.ts';
import { Loading } from '../../components/Loading.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { Section } from '../../components/Section.tsx';
import { useWaveWords } from '../../components/survey/useWaveWords.ts';
import { useText } from '../../components/useText.ts';

export const WaveVersions = ({ slug }: { slug: string }) => {
  const { t } = useTranslation('versions');
  const text = useText();
  const dates = useWaveWords();
  const waves = useWaveVersions(slug);
  if (waves.isPending) return <Loading />;
  if (waves.isError) return <ProblemNotice error={waves.error} onAgain={() => waves.refetch()} />;
  if (waves.data.length === 0) return null;
  return (
    <Section title={t('asks')}>
      <Text className="quiet" mb="sm">
        {t('waveLead')} {t('waveUnsaved')}
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('wave')}</Table.Th>
            <Table.Th w="58%">{t('asks')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {waves.data.map((wave) => (
            <Table.Tr key={`${wave.survey} ${wave.wave}`}>
              <Table.Td>
                {text(wave.title)}
                <Text size="sm" className="quiet">
                  {dates(wave)}
                </Text>
                <Text size="xs" className="quiet" ff="monospace">
                  {wave.survey}
                </Text>
              </Table.Td>
              <Table.Td>
                <Version slug={slug} wave={wave} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
};

const Version = ({ slug, wave }: { slug: string; wave: WaveVersion }) => {
  const { t } = useTranslation('versions');
  const { t: surveys } = useTranslation('surveys');
  const [isOpen, setOpen] = useState(false);
  const { version, offered, choices } = wave;
  const next = offered === null ? t('noneOffered') : t('notBegunNow', { version: offered });
  const others = choices.filter((each) => each !== version);
  if (isOpen) return <Change slug={slug} wave={wave} others={others} onDone={() => setOpen(false)} />;
  return (
    <Group gap="sm">
      {version === null ? <Text className="quiet">{next}</Text> : <Text>{surveys('version', { version })}</Text>}
      {version !== null && choices.length === 0 && offered !== null && (
        <Text size="sm" className="quiet">
          {t('waveAnswered')}
        </Text>
      )}
      {others.length > 0 && (
        <Button variant="default" size="xs" onClick={() => setOpen(true)}>
          {t('change')}
        </Button>
      )}
    </Group>
  );
};

interface ChangeProps {
  slug: string;
  wave: WaveVersion;
  others: number[];
  onDone: () => void;
}

const Change = ({ slug, wave, others, onDone }: ChangeProps) => {
  const { t } = useTranslation('versions');
  const { t: common } = useTranslation();
  const { t: surveys } = useTranslation('surveys');
  const text = useText();
  const [chosen, setChosen] = useState(String(others.at(-1)));
  const change = useWaveVersionChange(slug, wave);
  return (
    <Stack gap="xs">
      <Select
        label={t('changeOf', { wave: text(wave.title) })}
        description={t('changeText')}
        data={others.map((version) => ({ value: String(version), label: surveys('version', { version }) }))}
        value={chosen}
        allowDeselect={false}
        onChange={(value) => value && setChosen(value)}
      />
      {change.isError && <ProblemNotice error={change.error} />}
      <Group gap="xs">
        <Button
          size="xs"
          loading={change.isPending}
          onClick={() => change.mutate(Number(chosen), { onSuccess: onDone })}
        >
          {t('changeIt', { version: chosen })}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {common('cancel')}
        </Button>
      </Group>
    </Stack>
  );
};
