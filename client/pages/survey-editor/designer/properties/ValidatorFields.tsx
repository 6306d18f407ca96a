// What an answer must be, beside required: each rule with its limits and the words that are shown when it is broken.
import { ActionIcon, Button, Group, Menu, Stack, Text, TextInput } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanvas } from '../context.ts';
import type { Kind } from '../document/kinds.ts';
import { setProperty } from '../document/operations.ts';
import { type Json, objectsOf, type Place, textOf } from '../document/tree.ts';
import { fittingRules, isRule, type Rule, ruleOf } from '../document/validators.ts';
import { NumberField } from './NumberField.tsx';
import { sameButTexts } from './sameButTexts.ts';
import { TextField } from './TextField.tsx';

interface Props {
  element: Json;
  place: Place;
  kind: Kind;
}

export const ValidatorFields = memo(({ element, place, kind }: Props) => {
  const { t } = useTranslation('validators');
  const { apply } = useCanvas();
  const rules = objectsOf(element.validators);
  const fitting = fittingRules(kind);
  if (rules.length === 0 && fitting.length === 0) return null;
  const set = (next: readonly Json[]) =>
    apply((whole) => setProperty(whole, place, 'validators', next.length > 0 ? next : undefined));
  return (
    <Stack gap="xs" role="group" aria-label={t('title')}>
      <Text size="sm" fw={600}>
        {t('title')}
      </Text>
      {rules.map((rule, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a field that is typed in stays the same field
        <ValidatorRow key={at} {...{ element, place, rule, at }} onRemove={() => set(rules.toSpliced(at, 1))} />
      ))}
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" size="xs" leftSection="+" style={{ justifySelf: 'start', alignSelf: 'start' }}>
            {t('add')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {fitting.map((type) => (
            <Menu.Item key={type} onClick={() => set([...rules, { type }])}>
              {t(`rules.${type}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Stack>
  );
}, sameButTexts);

interface RowProps extends Omit<Props, 'kind'> {
  rule: Json;
  at: number;
  onRemove: () => void;
}

const ValidatorRow = ({ element, place, rule, at, onRemove }: RowProps) => {
  const { t } = useTranslation('validators');
  const type = ruleOf(rule);
  const name = isRule(type) ? t(`rules.${type}`) : t('unknown', { type });
  const own = `validators[${at}]`;
  return (
    <Stack gap={6} className="condition" role="group" aria-label={name}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{name}</Text>
        <ActionIcon variant="default" size="lg" aria-label={t('remove', { rule: name })} onClick={onRemove}>
          <span aria-hidden="true">✕</span>
        </ActionIcon>
      </Group>
      {isRule(type) && <Limits {...{ element, place, rule, type, own }} />}
      {isRule(type) && (
        <TextField value={rule.text} place={place} property={`${own}.text`} label={t('text')} help={t('textHelp')} />
      )}
    </Stack>
  );
};

interface LimitProps extends Omit<Props, 'kind'> {
  rule: Json;
  type: Rule;
  /** Path of the rule within the question. */
  own: string;
}

const Limits = ({ element, place, rule, type, own }: LimitProps) => {
  const { t } = useTranslation('validators');
  const at = { element, place };
  switch (type) {
    case 'numeric':
      return (
        <div className="numbers">
          <NumberField {...at} property={`${own}.minValue`} label={t('smallest')} />
          <NumberField {...at} property={`${own}.maxValue`} label={t('largest')} />
        </div>
      );
    case 'text':
      return (
        <div className="numbers">
          <NumberField {...at} property={`${own}.minLength`} label={t('shortest')} isWhole />
          <NumberField {...at} property={`${own}.maxLength`} label={t('longest')} isWhole />
        </div>
      );
    case 'answercount':
      return (
        <div className="numbers">
          <NumberField {...at} property={`${own}.minCount`} label={t('fewest')} isWhole />
          <NumberField {...at} property={`${own}.maxCount`} label={t('most')} isWhole />
        </div>
      );
    case 'regex':
      return <CodeField {...{ place, rule, own }} property="regex" label={t('pattern')} help={t('patternHelp')} />;
    case 'expression':
      return (
        <CodeField {...{ place, rule, own }} property="expression" label={t('condition')} help={t('conditionHelp')} />
      );
    default:
      return null;
  }
};

interface CodeProps extends Pick<LimitProps, 'place' | 'rule' | 'own'> {
  property: 'regex' | 'expression';
  label: string;
  help: string;
}

const CodeField = ({ place, rule, own, property, label, help }: CodeProps) => {
  const { apply } = useCanvas();
  return (
    <TextInput
      label={label}
      description={help}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      spellCheck={false}
      value={textOf(rule[property])}
      onChange={(event) => {
        const text = event.currentTarget.value;
        apply((whole) => setProperty(whole, place, `${own}.${property}`, text === '' ? undefined : text), {
          join: `${place} ${own} ${property}`,
        });
      }}
    />
  );
};
