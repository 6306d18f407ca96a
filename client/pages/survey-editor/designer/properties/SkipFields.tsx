// Where to go on after a question or a page, when something was answered.
import { ActionIcon, Button, Group, Select, Stack, Text } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionField } from '../../../../components/condition/ConditionField.tsx';
import { useNames } from '../canvas/names.ts';
import { useCanvas } from '../context.ts';
import { askedQuestions } from '../document/asked.ts';
import { addSkip, changeSkip, removeSkip } from '../document/skipOperations.ts';
import { byName, type Skip, skipsOf, standingsOf } from '../document/skips.ts';
import { elementsOf, type Json, objectAt, type Place, pagesOf, textOf } from '../document/tree.ts';
import { useAskedWords } from '../useAskedWords.ts';
import { useDefinition } from './definition.ts';
import { sameButTexts } from './sameButTexts.ts';

interface Props {
  element: Json;
  place: Place;
}

export const SkipFields = memo(({ element, place }: Props) => {
  const { t } = useTranslation('logic');
  const { apply, form } = useCanvas();
  const own = skipsOf(objectAt(useDefinition(), form)).flatMap((skip, at) =>
    skip.after === element.name ? [{ skip, at }] : [],
  );
  return (
    <Stack gap="xs" role="group" aria-label={t('skips')}>
      {own.map(({ skip, at }, number) => (
        <SkipField key={skip.name || at} {...{ element, place, skip, at }} number={number + 1} />
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection="↷"
        style={{ alignSelf: 'start' }}
        onClick={() => apply((whole) => addSkip(whole, form, place), { select: place })}
      >
        {t('addSkip')}
      </Button>
    </Stack>
  );
}, sameButTexts);

/** Pages and questions after it, and the end. */
const useGoals = (element: Json) => {
  const { t } = useTranslation('logic');
  const { form } = useCanvas();
  const { titleOf, pageName } = useNames();
  const definition = useDefinition();
  const named = byName(standingsOf(objectAt(definition, form) ?? {}));
  const from = named.get(textOf(element.name))?.end ?? 0;
  const isLater = (each: Json) => {
    const standing = named.get(textOf(each.name));
    return standing?.element === each && standing.start > from;
  };
  const pages = pagesOf(definition, form).filter((page) => isLater(page.element));
  const others = elementsOf(definition, form).filter(
    (each) => isLater(each.element) && each.element.type !== 'expression',
  );
  return [
    { group: t('end'), items: [{ value: '', label: t('toEnd') }] },
    {
      group: t('pages'),
      items: pages.map((page) => ({ value: textOf(page.element.name), label: pageName(definition, page.place) })),
    },
    {
      group: t('questions'),
      items: others.map((each) => ({ value: textOf(each.element.name), label: titleOf(each.element) })),
    },
  ].filter(({ items }) => items.length > 0);
};

interface FieldProps extends Props {
  skip: Skip;
  /** Among all of the form. */
  at: number;
  number: number;
}

const SkipField = ({ element, place, skip, at, number }: FieldProps) => {
  const { t } = useTranslation('logic');
  const { apply, form, shownLanguage } = useCanvas();
  const definition = useDefinition();
  const goals = useGoals(element);
  const standings = byName(standingsOf(objectAt(definition, form) ?? {}));
  const end = standings.get(textOf(element.name))?.end ?? 0;
  const words = useAskedWords();
  // What is asked later has no answer yet.
  const questions = askedQuestions(definition, form, form, shownLanguage, words).filter(
    ({ name }) => (standings.get(name)?.start ?? end) < end,
  );
  const change = (next: Partial<Skip>, join?: string) =>
    apply((whole) => changeSkip(whole, form, place, at, next), { select: place, ...(join && { join }) });
  const isKnown = goals.some(({ items }) => items.some(({ value }) => value === (skip.to ?? '')));
  const lost = isKnown || !skip.to ? [] : [{ group: t('notLater'), items: [{ value: skip.to, label: skip.to }] }];
  return (
    <Stack gap={6} className="condition" role="group" aria-label={t('skipNumber', { number })}>
      <Group justify="space-between" align="start" wrap="nowrap">
        <Stack gap={6} style={{ flex: 1, minWidth: 0 }}>
          <ConditionField
            expression={skip.if}
            label={t('skipWhen')}
            names={() => questions}
            of="questions"
            first={textOf(element.name)}
            onChange={(text, isTyped) => change({ if: text }, isTyped ? `${place} skip ${at}` : undefined)}
          />
        </Stack>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('removeSkip', { number })}
          onClick={() => apply((whole) => removeSkip(whole, form, place, at), { select: place })}
        >
          <span aria-hidden="true">✕</span>
        </ActionIcon>
      </Group>
      <Select
        label={t('skipTo')}
        searchable
        allowDeselect={false}
        maw={420}
        data={[...lost, ...goals]}
        value={skip.to ?? ''}
        error={lost.length > 0 && t('notLaterHelp')}
        onChange={(next) => next !== null && change({ to: next || undefined })}
      />
      <Text size="xs" className="quiet">
        {t('skipHelp')}
      </Text>
    </Stack>
  );
};
