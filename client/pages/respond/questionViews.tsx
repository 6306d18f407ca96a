// Draws the scale and single-choice questions of survey-react-ui our own way: large, with faces and explanations.
import type { Question, QuestionRadiogroupModel, QuestionRatingModel } from 'survey-core';
import { ReactQuestionFactory, SurveyQuestionElementBase } from 'survey-react-ui';
import { ScaleQuestion, type ScaleValue } from '../../components/scale/ScaleQuestion.tsx';
import { textIn } from '../../text/respond/languages.ts';

type Item = { value: string | number; text: string };

const isScale = (question: Question): question is QuestionRatingModel => question.getType() === 'rating';

const itemsOf = (question: Question): Item[] => {
  if (!isScale(question)) return (question as QuestionRadiogroupModel).visibleChoices;
  const { rateMinDescription, rateMaxDescription } = {
    rateMinDescription: question.minRateDescription,
    rateMaxDescription: question.maxRateDescription,
  };
  const items = question.visibleRateValues as Item[];
  return items.map(({ value, text }, at) => {
    const end = at === 0 ? rateMinDescription : at === items.length - 1 ? rateMaxDescription : '';
    return { value, text: end ? `${text} – ${end}` : text };
  });
};

/** The explanation and picture that the survey's JSON gives each value. */
const valuesOf = (question: Question, language: string): ScaleValue[] => {
  const explanations = (question.explanations ?? {}) as Record<string, unknown>;
  const faces = (question.faces ?? {}) as Record<string, string>;
  return itemsOf(question).map(({ value, text }) => {
    const explanation = textIn(explanations[String(value)], language);
    const face = faces[String(value)];
    return { value, text, ...(explanation ? { explanation } : {}), ...(face ? { face } : {}) };
  });
};

class ScaleView extends SurveyQuestionElementBase {
  protected override renderElement() {
    const question = this.questionBase;
    const language = question.survey.getLocale();
    return (
      <ScaleQuestion
        label={question.processedTitle}
        values={valuesOf(question, language)}
        selected={question.isEmpty() ? undefined : question.value}
        disabled={question.isReadOnly}
        onSelect={(value) => {
          question.value = value;
        }}
      />
    );
  }
}

let registered = false;
export const registerQuestionViews = (): void => {
  if (registered) return;
  registered = true;
  for (const type of ['rating', 'radiogroup'])
    ReactQuestionFactory.Instance.registerQuestion(type, (props) => <ScaleView {...(props as unknown as object)} />);
};
