// Answers outside the list, which SurveyJS knows by themselves.
import { Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Json, Place } from '../document/tree.ts';
import { SwitchField } from './SwitchField.tsx';
import { TextField } from './TextField.tsx';

const specials = [
  ['other', 'showOtherItem', 'otherText'],
  ['none', 'showNoneItem', 'noneText'],
  ['dontKnow', 'showDontKnowItem', 'dontKnowText'],
  ['refuse', 'showRefuseItem', 'refuseText'],
] as const;

export const SpecialChoices = ({ element, place }: { element: Json; place: Place }) => {
  const { t } = useTranslation('designer');
  return (
    <Stack gap={6}>
      <Group gap="md">
        {specials.map(([name, flag]) => (
          <SwitchField key={name} element={element} place={place} property={flag} label={t(name)} />
        ))}
      </Group>
      {specials.map(
        ([name, flag, text]) =>
          element[flag] === true && (
            <TextField
              key={name}
              value={element[text]}
              place={place}
              property={text}
              label={t('textOf', { choice: t(name) })}
            />
          ),
      )}
    </Stack>
  );
};
