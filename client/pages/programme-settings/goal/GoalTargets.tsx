import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type PartProps, withPart } from './editing.ts';
import { GroupTargets } from './GroupTargets.tsx';
import { SiteTargets } from './SiteTargets.tsx';
import { numericKinds, TargetFields, type TargetKind } from './TargetFields.tsx';

/** What is to be reached: by all, by sites, by groups. */
export const GoalTargets = (props: PartProps) => {
  const { goal, programme, errorAt, onChange } = props;
  const { t, i18n } = useTranslation('settings');
  const { t: builder } = useTranslation('goalBuilder');
  const { measure, survey } = goal.indicator;
  const waves = programme.waves.filter((each) => each.survey === survey);
  const isJudged = measure === 'judged';
  const counted: TargetKind[] = waves.length > 0 ? [...numericKinds, 'aboveWave'] : [...numericKinds];
  return (
    <>
      <TargetFields
        label={t('target')}
        target={goal.target}
        kinds={isJudged ? ['judged'] : counted}
        waves={waves}
        error={errorAt('target') ?? errorAt('target.between') ?? errorAt('target.aboveWave')}
        onChange={(target) => onChange(withPart(goal, { target, ...(!target && { near: undefined }) }))}
      />
      {goal.target && !isJudged && (
        <NumberInput
          label={t('near')}
          description={builder('nearHelp')}
          decimalSeparator={i18n.language === 'en' ? '.' : ','}
          hideControls
          maw={320}
          min={0}
          value={goal.near ?? ''}
          error={errorAt('near')}
          onChange={(near) => onChange(withPart(goal, { near: near === '' ? undefined : Number(near) }))}
        />
      )}
      {!isJudged && <SiteTargets {...props} />}
      {!isJudged && <GroupTargets {...props} />}
    </>
  );
};
