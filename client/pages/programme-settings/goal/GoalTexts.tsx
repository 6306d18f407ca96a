import { SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type GoalInput, type PartProps, withPart } from './editing.ts';

/** What the goal is called. Its short name stands in addresses and files. */
export const GoalTexts = ({ goal, errorAt, onChange }: Pick<PartProps, 'goal' | 'errorAt' | 'onChange'>) => {
  const { t } = useTranslation('settings');
  const { t: builder } = useTranslation('goalBuilder');
  const describe = (language: 'sv' | 'en', words: string) => {
    const all = { ...goal.description, [language]: words };
    const given = Object.entries(all).filter(([, each]) => each);
    const description = given.length > 0 ? (Object.fromEntries(given) as GoalInput['description']) : undefined;
    onChange(withPart(goal, { description }));
  };
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <TextInput
        label={t('textSv')}
        required
        value={goal.title.sv}
        error={errorAt('title.sv')}
        onChange={(event) => onChange({ ...goal, title: { ...goal.title, sv: event.currentTarget.value } })}
      />
      <TextInput
        label={t('textEn')}
        value={goal.title.en ?? ''}
        onChange={(event) => onChange({ ...goal, title: { ...goal.title, en: event.currentTarget.value } })}
      />
      <Textarea
        label={builder('descriptionSv')}
        autosize
        value={goal.description?.sv ?? ''}
        error={errorAt('description.sv')}
        onChange={(event) => describe('sv', event.currentTarget.value)}
      />
      <Textarea
        label={builder('descriptionEn')}
        autosize
        value={goal.description?.en ?? ''}
        onChange={(event) => describe('en', event.currentTarget.value)}
      />
      <TextInput
        label={t('goalId')}
        description={builder('idHelp')}
        required
        value={goal.id}
        error={errorAt('id')}
        onChange={(event) => onChange({ ...goal, id: event.currentTarget.value })}
      />
    </SimpleGrid>
  );
};
