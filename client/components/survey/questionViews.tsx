// Draws the scale and single-choice questions of survey-react-ui our own way: large, with faces and explanations.
import { lazy, Suspense } from 'react';
import {
  type Question,
  type QuestionHtmlModel,
  type QuestionMatrixModel,
  type QuestionRadiogroupModel,
  type QuestionRatingModel,
  QuestionSignaturePadModel,
} from 'survey-core';
import { ReactQuestionFactory, SurveyQuestionElementBase } from 'survey-react-ui';
import { textIn } from '../../text/respond/languages.ts';
import { Meanings } from '../scale/Meanings.tsx';
import { ScaleQuestion, type ScaleValue } from '../scale/ScaleQuestion.tsx';
import { languageOf } from './languageOf.ts';
import { OtherText } from './OtherText.tsx';
import { RepeatingView } from './RepeatingView.tsx';
import { safeHtml } from './safeHtml.ts';
import { TextView } from './TextView.tsx';

type Item = { value: string | number; text: string };

const isScale = (question: Question): question is QuestionRatingModel => question.getType() === 'rating';

const hasOther = (question: Question): question is QuestionRadiogroupModel =>
  !isScale(question) && (question as QuestionRadiogroupModel).isOtherSelected;

const itemsOf = (question: Question): Item[] => {
  if (question.getType() === 'matrix') return (question as QuestionMatrixModel).visibleColumns;
  if (!isScale(question)) return (question as QuestionRadiogroupModel).visibleChoices;
  const items = question.visibleRateValues as Item[];
  return items.map(({ value, text }, at) => {
    const end = at === 0 ? question.minRateDescription : at === items.length - 1 ? question.maxRateDescription : '';
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
    const language = languageOf(question);
    return (
      <>
        <ScaleQuestion
          label={question.processedTitle}
          values={valuesOf(question, language)}
          selected={question.isEmpty() ? undefined : question.value}
          disabled={question.isReadOnly}
          onSelect={(value) => {
            question.value = value;
          }}
        />
        {hasOther(question) && <OtherText key={question.id} question={question} />}
      </>
    );
  }
}

/** A matrix as one row of choices after the other: it fits a phone, and nothing is cut off at the side. */
class MatrixView extends SurveyQuestionElementBase {
  protected override renderElement() {
    const question = this.questionBase as QuestionMatrixModel;
    const chosen = (question.value ?? {}) as Record<string, string | number>;
    const values = valuesOf(question, languageOf(question)).map((each, at) =>
      each.explanation ? { ...each, explainedIn: `${question.id}-meaning-${at}` } : each,
    );
    return (
      <>
        <Meanings values={values} />
        {(question.visibleRows as { name: string; text: string }[]).map((row) => (
          <fieldset key={row.name} className="scale-row">
            <legend>{row.text}</legend>
            <ScaleQuestion
              compact
              label={row.text}
              values={values}
              selected={chosen[row.name]}
              disabled={question.isReadOnly}
              onSelect={(value) => {
                question.value = { ...chosen, [row.name]: value };
              }}
            />
          </fieldset>
        ))}
      </>
    );
  }
}

/** With the answers that it shows, as they are just now. */
class HtmlView extends SurveyQuestionElementBase {
  private get text() {
    return (this.questionBase as QuestionHtmlModel).locHtml;
  }
  override componentDidMount() {
    super.componentDidMount();
    this.text.onChanged = () => this.forceUpdate();
  }
  override componentWillUnmount() {
    super.componentWillUnmount();
    this.text.onChanged = () => undefined;
  }
  protected override renderElement() {
    const html = safeHtml(this.text.renderedHtml ?? '');
    // biome-ignore lint/security/noDangerouslySetInnerHtml: only what safeHtml lets through
    return <div className="sd-html" dangerouslySetInnerHTML={{ __html: html }} />;
  }
}

/** Only loaded by surveys that have one. */
const SignatureField = lazy(() => import('./SignatureField.tsx'));

class SignatureView extends SurveyQuestionElementBase {
  protected override renderElement() {
    const question = this.questionBase;
    return (
      <Suspense fallback={<div className="signature" aria-busy="true" />}>
        <SignatureField key={question.id} question={question} value={question.value} language={languageOf(question)} />
      </Suspense>
    );
  }
}

/** survey-core calls it a field to write in; here the field stands within, and says itself that it is required. */
const callSignatureGroup = () => {
  const { prototype } = QuestionSignaturePadModel;
  for (const [name, value] of Object.entries({ ariaRole: 'group', ariaRequired: null, ariaInvalid: null }))
    Object.defineProperty(prototype, name, { get: () => value, configurable: true });
};

let registered = false;
export const registerQuestionViews = (): void => {
  if (registered) return;
  registered = true;
  callSignatureGroup();
  const factory = ReactQuestionFactory.Instance;
  for (const type of ['rating', 'radiogroup'])
    factory.registerQuestion(type, (props) => <ScaleView {...(props as unknown as object)} />);
  factory.registerQuestion('html', (props) => <HtmlView {...(props as unknown as object)} />);
  factory.registerQuestion('text', (props) => <TextView {...(props as unknown as object)} />);
  factory.registerQuestion('matrix', (props) => <MatrixView {...(props as unknown as object)} />);
  factory.registerQuestion('paneldynamic', (props) => <RepeatingView {...(props as unknown as object)} />);
  factory.registerQuestion('signaturepad', (props) => <SignatureView {...(props as unknown as object)} />);
};
