// The part of a phone's screen with the question in it; loaded for whoever writes a mask.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Survey } from 'survey-react-ui';
import { loadStrings, makeModel } from '../../../../components/survey/model.ts';
import { PhoneFrame } from '../../../../components/survey/PhoneFrame.tsx';
import { directionOf } from '../../../../text/respond/languages.ts';
import type { Json } from '../document/tree.ts';

interface Props {
  question: Json;
  language: string;
  onStored: (value: unknown) => void;
}

/** The screen stays while the mask is written; what is on it is made anew. */
const MaskPhone = ({ question, language, onStored }: Props) => {
  const { t } = useTranslation('masks');
  return (
    <PhoneFrame title={t('try')} language={language} height={136}>
      <Tried key={JSON.stringify([question, language])} {...{ question, language, onStored }} />
    </PhoneFrame>
  );
};
export default MaskPhone;

const Tried = ({ question, language, onStored }: Props) => {
  const [model] = useState(() => makeModel({ pages: [{ name: 'page', elements: [question] }] }, {}, language));
  useEffect(() => {
    const tell = () => onStored(model.data.tried);
    tell();
    model.onValueChanged.add(tell);
    loadStrings(language).then(() => {
      model.locale = language;
    });
    return () => model.onValueChanged.remove(tell);
  }, [model, language, onStored]);
  return (
    <main className="sheet" dir={directionOf(language)}>
      <Survey model={model} />
    </main>
  );
};
