import { useEffect, useState } from 'react';
import { loadTexts } from '../../text/respond/languages.ts';
import { type RespondText, sv } from '../../text/respond/sv.ts';

/** The participant page's own words; Swedish until those of the language are there. */
export const useRespondText = (language: string): RespondText => {
  const [text, setText] = useState<RespondText>(sv);
  useEffect(() => {
    let left = false;
    loadTexts(language).then((texts) => {
      if (!left) setText(texts);
    });
    return () => {
      left = true;
    };
  }, [language]);
  return text;
};
