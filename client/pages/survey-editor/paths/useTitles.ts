import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { plainText, shownText } from '../designer/document/texts.ts';
import { entryOf, type Json, textOf } from '../designer/document/tree.ts';

/** How pages and questions are called, in the reader's language where the survey has it. */
export const useTitles = () => {
  const { t, i18n } = useTranslation('designer');
  const titleOf = useCallback(
    (element: Json) => {
      const text = plainText(shownText(element.type === 'html' ? element.html : element.title, i18n.language));
      return text || textOf(element.name) || t('untitled');
    },
    [t, i18n.language],
  );
  const pageName = useCallback(
    (page: Json, place: string) => {
      const name = t('page', { number: entryOf(place).at + 1 });
      const title = plainText(shownText(page.title, i18n.language));
      return title ? `${name}: ${title}` : name;
    },
    [t, i18n.language],
  );
  return { titleOf, pageName };
};
