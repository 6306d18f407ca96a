import { useEffect, useState } from 'react';
import { loadTexts } from '../../text/respond/languages.ts';
import { type RespondText, sv } from '../../text/respond/sv.ts';

/** The participant page's own words; Swedish until those of the language are there, which are asked for again once there is a network. */
export const useRespondText = (language: string): RespondText => {
  const [text, setText] = useState<RespondText>(sv);
  useEffect(() => {
    let left = false;
    const load = () =>
      loadTexts(language).then(
        (texts) => {
          if (!left) setText(texts);
        },
        () => {
          if (!left) window.addEventListener('online', load, { once: true });
        },
      );
    load();
    return () => {
      left = true;
      window.removeEventListener('online', load);
    };
  }, [language]);
  return text;
};
