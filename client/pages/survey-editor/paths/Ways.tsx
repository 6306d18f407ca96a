// Every way through, with how many sets of answers lead it.
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SurveyWays } from '../../../api/surveyPaths.ts';
import { inside, type Json, objectAt, type Place } from '../designer/document/tree.ts';
import type { Answers } from './PathsView.tsx';
import type { Words } from './Simulator.tsx';

interface Props extends Words {
  ways: SurveyWays;
  definition: Json;
  form: Place;
  onAnswers: (answers: Answers) => void;
}
const first = 10;

export const Ways = ({ ways, definition, form, onAnswers, questions, titleOf }: Props) => {
  const { t } = useTranslation('paths');
  const [mostShown, setMostShown] = useState(first);
  const titleAt = (path: string) => titleOf(objectAt(definition, inside(form, path)) ?? {});
  const said = (name: string, value: unknown) => {
    const asked = questions.find((each) => each.name === name);
    const one = (each: unknown) =>
      asked?.values?.find((entry) => String(entry.value) === String(each))?.title ?? String(each);
    return `${asked?.title ?? name}: ${(Array.isArray(value) ? value : [value]).map(one).join(', ')}`;
  };
  if (ways.combinations === null) {
    const names = ways.free.map((name) => questions.find((each) => each.name === name)?.title ?? name);
    return (
      <section className="ways" aria-labelledby="ways-title">
        <h2 id="ways-title">{t('ways')}</h2>
        <Text size="sm" className="quiet">
          {names.length > 0 ? t('freeAnswers', { questions: names.join(', ') }) : t('tooMany')}
        </Text>
      </section>
    );
  }
  return (
    <section className="ways" aria-labelledby="ways-title">
      <h2 id="ways-title">{t('ways')}</h2>
      <Text size="sm" className="quiet">
        {t('waysCount', { count: ways.count })}. {t('combinations', { count: ways.combinations })}.
      </Text>
      {ways.count > 1 && (
        <ol>
          {ways.ways.slice(0, mostShown).map((way) => {
            const decided = Object.entries(way.answers).map(([name, value]) => said(name, value));
            return (
              <li key={way.skipped.join(' ')}>
                <div className="way">
                  <span>
                    <b>{t('questions', { count: way.questions })}</b>, {t('minutes', { count: way.minutes })} ·{' '}
                    {t('combinations', { count: way.combinations })}
                  </span>
                  <Button variant="default" size="compact-sm" onClick={() => onAnswers(way.answers)}>
                    {t('walkIt')}
                  </Button>
                </div>
                <div className="quiet small">
                  {t('forExample', { answers: decided.length > 0 ? decided.join(' · ') : t('noAnswers') })}
                </div>
                {way.skipped.length > 0 && (
                  <details>
                    <summary>{t('without', { count: way.skipped.length })}</summary>
                    <ul>
                      {way.skipped.map((path) => (
                        <li key={path}>{titleAt(path)}</li>
                      ))}
                    </ul>
                  </details>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {mostShown < ways.ways.length && (
        <Button variant="default" size="xs" onClick={() => setMostShown(ways.ways.length)}>
          {t('moreWays', { count: ways.ways.length - mostShown })}
        </Button>
      )}
      {mostShown >= ways.ways.length && ways.count > ways.ways.length && (
        <Text size="sm" className="quiet">
          {t('waysCut', { count: ways.ways.length })}
        </Text>
      )}
    </section>
  );
};
