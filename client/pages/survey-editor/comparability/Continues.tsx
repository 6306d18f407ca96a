// A question that the published version does not ask under this name: it begins a series, or takes up the name of one that ended.
import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSurveyVersion } from '../../../api/surveys.ts';
import { useNames } from '../designer/canvas/names.ts';
import { useCanvas } from '../designer/context.ts';
import { endedIn } from '../designer/document/declarations.ts';
import { rename } from '../designer/document/operations.ts';
import { type Json, type Place, textOf } from '../designer/document/tree.ts';
import { useDefinition } from '../designer/properties/definition.ts';
import { useSeries } from './series.ts';

export const Continues = ({ element, place }: { element: Json; place: Place }) => {
  const { t } = useTranslation('comparability');
  const { apply, form, say } = useCanvas();
  const { titleOf } = useNames();
  const { address, latest } = useSeries();
  const definition = useDefinition();
  const published = useSurveyVersion(address, latest).data?.definition;
  const ended = published ? endedIn(published, definition, form) : [];
  const [chosen, setChosen] = useState<string | null>(null);
  const name = ended.some((each) => each.name === chosen) ? chosen : null;
  const take = () => {
    if (name === null || !apply((whole) => rename(whole, place, name), { select: place })) return;
    say(t('tookName', { title: titleOf(element), name }));
  };
  return (
    <Stack gap="xs">
      <Text size="sm">{t('new', { version: latest, name: textOf(element.name) })}</Text>
      {ended.length > 0 && (
        <>
          <Select
            label={t('continues')}
            description={t('continuesHelp', { version: latest })}
            placeholder={t('chooseEnded')}
            maw={520}
            clearable
            data={ended.map((each) => ({
              value: textOf(each.name),
              label: `${titleOf(each)} (${textOf(each.name)})`,
            }))}
            value={name}
            onChange={setChosen}
          />
          <Group>
            <Button variant="default" size="xs" disabled={name === null} onClick={take}>
              {name === null ? t('takeAName') : t('takeName', { name })}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
};
