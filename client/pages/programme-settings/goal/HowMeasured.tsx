import { Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Indicator, type PartProps, withIndicator, withPart } from './editing.ts';
import { MeasureFields } from './MeasureFields.tsx';
import { TargetFields } from './TargetFields.tsx';

const measures = ['count', 'people', 'share', 'mean', 'meanChange', 'shareOfSites', 'judged'] as const;
type Reach = NonNullable<Indicator['reach']>;
const firstReach: Reach = { measure: 'share', target: { atLeast: 0.8 } };

/** The measure itself; a judged goal has neither population nor condition. */
export const MeasureChoice = ({ goal, errorAt, onChange }: Pick<PartProps, 'goal' | 'errorAt' | 'onChange'>) => {
  const { t } = useTranslation('settings');
  const choose = (measure: Indicator['measure']) => {
    if (measure === 'judged')
      return onChange(withPart({ ...goal, indicator: { measure } }, { target: { judged: 'yes' }, near: undefined }));
    const { population = 'enrolments', of, reach } = goal.indicator;
    const isMean = measure === 'mean' || measure === 'meanChange';
    const wasMean = goal.indicator.measure === 'mean' || goal.indicator.measure === 'meanChange';
    // A condition is not a question: what the other measure was taken of is dropped.
    const keeps = isMean ? wasMean : measure === 'share' && !wasMean;
    const next = withIndicator(goal, {
      ...{ measure, population: measure === 'meanChange' ? 'assessed' : population },
      ...{ of: keeps ? of : undefined, base: measure === 'share' ? goal.indicator.base : undefined },
      reach: measure === 'shareOfSites' ? (reach ?? firstReach) : undefined,
      ...(measure === 'meanChange' && { survey: undefined, wave: undefined }),
    });
    onChange(goal.target && 'judged' in goal.target ? withPart(next, { target: undefined }) : next);
  };
  return (
    <Select
      label={t('measure')}
      required
      allowDeselect={false}
      value={goal.indicator.measure}
      error={errorAt('indicator.measure')}
      data={measures.map((value) => ({ value, label: value === 'judged' ? t('judgedMeasure') : t(value) }))}
      onChange={(measure) => choose(measure as Indicator['measure'])}
    />
  );
};

export const HowMeasured = ({ goal, programme, names, errorAt, onChange }: PartProps) => {
  const { t } = useTranslation('settings');
  const { t: builder } = useTranslation('goalBuilder');
  const { measure, of, base, reach } = goal.indicator;
  const setReach = (part: { [Key in keyof Reach]?: Reach[Key] | undefined }) => {
    const next = Object.entries({ ...(reach ?? firstReach), ...part }).filter(([, each]) => each !== undefined);
    onChange(withIndicator(goal, { reach: Object.fromEntries(next) as Reach }));
  };
  if (measure !== 'shareOfSites' || !reach)
    return (
      <MeasureFields
        {...{ measure, of, base, names, errorAt }}
        path="indicator"
        onChange={(part) => onChange(withIndicator(goal, part))}
      />
    );
  return (
    <Stack gap="sm" role="group" aria-label={builder('reach')} className="condition">
      <Select
        label={builder('reach')}
        allowDeselect={false}
        value={reach.measure}
        data={measures.slice(0, 5).map((value) => ({ value, label: t(value as 'count') }))}
        onChange={(next) => setReach({ measure: next as Reach['measure'], of: undefined, base: undefined })}
      />
      <MeasureFields
        {...{ measure: reach.measure, of: reach.of, base: reach.base, names, errorAt }}
        path="indicator.reach"
        onChange={setReach}
      />
      <TargetFields
        label={builder('reachTarget')}
        target={reach.target}
        kinds={['atLeast', 'atMost', 'between', 'above', 'below']}
        waves={programme.waves}
        isNeeded
        error={errorAt('indicator.reach.target')}
        onChange={(target) => target && setReach({ target })}
      />
    </Stack>
  );
};
