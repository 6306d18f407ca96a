// What an answer means, in words and as a face: the dialogue guide of a scale.
import { Select, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Face } from '../../../../components/scale/Face.tsx';
import { directionOf, languageName } from '../../../../text/respond/languages.ts';
import { useCanvas } from '../context.ts';
import { setGuide } from '../document/entries.ts';
import { textIn, withText } from '../document/texts.ts';
import { isJson, type Json, type Place, textOf } from '../document/tree.ts';
import { useShownLanguages } from './TextField.tsx';

const faces = ['one', 'two', 'three', 'four', 'five'] as const;

export const GuideFields = ({ element, place, code }: { element: Json; place: Place; code: string }) => {
  const { t } = useTranslation('designer');
  const { apply } = useCanvas();
  const languages = useShownLanguages();
  const text =
    isJson(element.explanations) && Object.hasOwn(element.explanations, code) ? element.explanations[code] : undefined;
  const face = isJson(element.faces) && Object.hasOwn(element.faces, code) ? textOf(element.faces[code]) : '';
  const known = faces.map((name, at) => ({ value: `face-${at + 1}`, label: t(`faces.${name}`) }));
  const own = face !== '' && !known.some(({ value }) => value === face) ? [{ value: face, label: face }] : [];
  return (
    <div className="guide">
      <span className="guide-face">{face && <Face picture={face} size={34} />}</span>
      <Select
        aria-label={t('face', { value: code })}
        placeholder={t('noFace')}
        clearable
        data={[...known, ...own]}
        value={face || null}
        onChange={(value) => apply((definition) => setGuide(definition, place, 'faces', code, value ?? undefined))}
        style={{ flex: '1 1 9rem' }}
      />
      {languages.map((language) => (
        <Textarea
          key={language}
          autosize
          minRows={1}
          aria-label={t('inLanguage', { label: t('guideOf', { value: code }), language: languageName(language) })}
          placeholder={t('guideOf', { value: code })}
          lang={language}
          dir={directionOf(language)}
          value={textIn(text, language)}
          onChange={(event) => {
            const next = withText(text, language, event.currentTarget.value);
            apply((definition) => setGuide(definition, place, 'explanations', code, next), {
              join: `${place} guide ${code} ${language}`,
            });
          }}
          style={{ flex: '3 1 12rem' }}
        />
      ))}
    </div>
  );
};
