// What came of a set of answers: how much is asked, what the validator says, and what was decided by which condition.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SurveyWalk } from '../../../api/surveyPaths.ts';
import { paths } from '../../../text/sv/paths.ts';
import { inside, isJson, type Json, objectAt, type Place } from '../designer/document/tree.ts';
import type { Words } from './Simulator.tsx';

interface Props extends Words {
  definition: Json;
  form: Place;
  walk: SurveyWalk;
}
type Step = SurveyWalk['steps'][number];
const isCode = (code: string): code is keyof typeof paths.errors => Object.hasOwn(paths.errors, code);

export const WalkResult = ({ walk, definition, form, ...words }: Props) => {
  const { t } = useTranslation('paths');
  const names = new Map(walk.steps.map((step) => [step.name, step]));
  const titleAt = ({ path, type, name }: Step) => {
    const element = objectAt(definition, inside(form, path));
    if (!element) return name;
    return type === 'page' ? words.pageName(element, inside(form, path)) : words.titleOf(element);
  };
  const titleOf = (question: string) => {
    const step = names.get(question.split('.')[0]?.replace(/-Comment$/, '') ?? '');
    return step ? titleAt(step) : question;
  };
  const decided = walk.steps.filter(({ conditions }) => conditions.length > 0);
  const computed = Object.entries(walk.computed);
  return (
    <div className="walk" aria-live="polite">
      <p className="walk-sum">
        {t('questions', { count: walk.questions })}, {t('minutes', { count: walk.minutes })}
      </p>
      {walk.errors.length === 0 ? (
        <p className="walk-good">✓ {t('valid')}</p>
      ) : (
        <>
          <h3>{t('notValid')}</h3>
          <ul>
            {walk.errors.map(({ question, code, detail }) => (
              <li key={`${question} ${code} ${detail}`}>
                ✕ {titleOf(question)}: {isCode(code) ? t(`errors.${code}`) : <span lang="en">{detail}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {computed.length > 0 && (
        <>
          <h3>{t('computed')}</h3>
          <ul>
            {computed.map(([name, value]) => (
              <li key={name}>
                {titleOf(name)}: {String(value)}
              </li>
            ))}
          </ul>
        </>
      )}
      {decided.length > 0 && (
        <details open={decided.length <= 12}>
          <summary>{t('why', { count: decided.length })}</summary>
          <ul className="reasons">
            {decided.map((step) => (
              <Reason key={step.path} step={step} title={titleAt(step)} {...words} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};

const Reason = ({
  step,
  title,
  questions,
  inWords,
}: Pick<Words, 'questions' | 'inWords'> & { step: Step; title: string }) => {
  const { t } = useTranslation('paths');
  const said = (name: string, value: unknown): string => {
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return t('unanswered');
    const known = questions.find((each) => each.name === name)?.values;
    const one = (each: unknown) =>
      known?.find((entry) => String(entry.value) === String(each))?.title ??
      (isJson(each) ? JSON.stringify(each) : String(each));
    return Array.isArray(value) ? value.map(one).join(', ') : one(value);
  };
  const nameOf = (name: string) => questions.find((each) => each.name === name)?.title ?? name;
  return (
    <li>
      <span className={step.isShown ? 'reason-asked' : 'reason-passed'}>
        {step.isShown ? '●' : '○'} {title}:{' '}
        {t(step.isShown ? (step.isRequired ? 'askedRequired' : 'met.asked') : 'met.passed')}
      </span>
      {step.conditions.map(({ property, expression, holds, values }) => (
        <div key={property} className="reason">
          <Text span size="sm">
            {t(`properties.${property}`, { condition: inWords(expression) })}: <b>{t(holds ? 'holds' : 'fails')}</b>
          </Text>
          <Text size="xs" className="quiet">
            {Object.entries(values)
              .map(([name, value]) => `${nameOf(name)}: ${said(name, value)}`)
              .join(' · ')}
          </Text>
        </div>
      ))}
    </li>
  );
};
