import { MultiSelect, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConditionField } from '../../../components/condition/ConditionField.tsx';
import type { Indicator, PartProps } from './editing.ts';

interface Props extends Pick<PartProps, 'names' | 'errorAt'> {
  measure: Indicator['measure'];
  of: Indicator['of'];
  base: Indicator['base'];
  /** Where it stands in the goal: `indicator` or `indicator.reach`. */
  path: string;
  onChange: (part: Pick<Indicator, 'of' | 'base'>) => void;
}

/** What a share, a mean or a change is taken of. */
export const MeasureFields = ({ measure, of, base, names, path, errorAt, onChange }: Props) => {
  const { t } = useTranslation('settings');
  const { t: builder } = useTranslation('goalBuilder');
  const error = errorAt(`${path}.of`);
  if (measure === 'share')
    return (
      <>
        <ConditionField
          label={builder('ofShare')}
          expression={typeof of === 'string' ? of : ''}
          names={() => names}
          of="names"
          error={error}
          onChange={(next) => onChange({ of: next || undefined, base })}
        />
        <Select
          label={t('base')}
          allowDeselect={false}
          value={base ?? ''}
          data={[
            { value: '', label: t('baseDefault') },
            { value: 'all', label: t('baseAll') },
            { value: 'answered', label: t('baseAnswered') },
          ]}
          onChange={(next) => onChange({ of, base: (next || undefined) as Indicator['base'] })}
        />
      </>
    );
  if (measure !== 'mean' && measure !== 'meanChange') return null;
  const given = [of ?? []].flat();
  const isExpression = given.some((each) => /[{}]/.test(each));
  const questions = questionsFor(measure, names);
  const other = given.filter((each) => !questions.some(({ value }) => value === each));
  return (
    <MultiSelect
      label={builder(measure === 'mean' ? 'ofMean' : 'ofChange')}
      description={builder(isExpression ? 'ofOwn' : 'ofSeveral')}
      required
      searchable
      nothingFoundMessage={builder('nothingFound')}
      value={given}
      error={error}
      data={[...questions, ...other.map((value) => ({ value, label: isExpression ? value : `${value}?` }))]}
      onChange={(next) => onChange({ of: next.length > 1 ? next : next[0], base })}
    />
  );
};

/** A change is asked for by its question's name alone. */
const questionsFor = (measure: 'mean' | 'meanChange', names: Props['names']) => {
  const numbers = names.filter(({ kind }) => kind === 'number');
  if (measure === 'mean') return numbers.map(({ name, title }) => ({ value: name, label: title }));
  return numbers.flatMap(({ name, title }) => {
    const bare = name.replace(/\.first$/, '');
    const isQuestion = bare !== name && names.some((each) => each.name === `${bare}.change`);
    return isQuestion ? [{ value: bare, label: title.replace(/ \([^()]*\)$/, '') }] : [];
  });
};
