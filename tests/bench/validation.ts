// One response judged by the compiled survey, against survey-core's Model that is kept and reused.
import { isDeepStrictEqual } from 'node:util';
import { Model } from 'survey-core';
import { compileSurvey } from '../../server/domain/surveys/compile.ts';
import { validateAnswers } from '../../server/domain/surveys/validate.ts';
import { type Figure, inTurns, median, ratio, type Scale } from './measure.ts';
import { answersOf, twentyQuestions } from './survey.ts';

const different = 64;

export async function* validation({ rounds, turn }: Scale): AsyncIterable<Figure> {
  const compiled = compileSurvey(twentyQuestions);
  const model = new Model(twentyQuestions);
  const answers = Array.from({ length: different }, (_, number) => answersOf(number));
  const byModel = (data: object) => {
    model.data = structuredClone(data);
    model.clearIncorrectValues(true);
    return model.validate(true, false);
  };
  const byOurs = (data: object) => validateAnswers(compiled, data).ok;
  for (const data of answers) refuseDisagreement(byModel(data) && byOurs(data) && isDeepStrictEqual(model.data, data));
  const { theirs, ours } = await inTurns(rounds, {
    theirs: () => microseconds(answers, turn, byModel),
    ours: () => microseconds(answers, turn, byOurs),
  });
  yield { what: "survey-core's Model, reused: one response of 20 questions", value: median(theirs), unit: 'µs' };
  yield { what: 'the compiled survey: the same response', value: median(ours), unit: 'µs' };
  yield {
    ...{ key: 'modelRatio', what: 'Model ÷ compiled', value: ratio(theirs, ours), unit: '' },
    goal: { atLeast: 50 },
  };
}

function refuseDisagreement(isAgreed: boolean): void {
  if (!isAgreed) throw new Error('survey-core and the compiled survey judge the same answers differently');
}

function microseconds(answers: readonly object[], milliseconds: number, judge: (data: object) => boolean): number {
  const start = performance.now();
  let judged = 0;
  while (performance.now() < start + milliseconds)
    for (const data of answers) {
      judge(data);
      judged++;
    }
  return ((performance.now() - start) * 1000) / judged;
}
