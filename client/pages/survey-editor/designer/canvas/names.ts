// How the designer calls what it shows.
import { useTranslation } from 'react-i18next';
import { useCanvas } from '../context.ts';
import { kindOf } from '../document/kinds.ts';
import { plainText, shownText } from '../document/texts.ts';
import {
  entryOf,
  groupOf,
  isGroup,
  type Json,
  listOf,
  objectAt,
  type Place,
  readAt,
  textOf,
} from '../document/tree.ts';

export const useNames = () => {
  const { t } = useTranslation('designer');
  const { shownLanguage } = useCanvas();
  const kindName = (element: Json) => {
    const kind = kindOf(element);
    return kind ? t(`kinds.${kind}`) : textOf(element.type) || '?';
  };
  const titleOf = (element: Json) =>
    plainText(shownText(element.type === 'html' ? element.html : element.title, shownLanguage)) ||
    textOf(element.name) ||
    t('untitled');
  const pageName = (definition: Json, place: Place) => {
    const { at } = entryOf(place);
    const title = shownText(objectAt(definition, place)?.title, shownLanguage);
    return title ? `${t('page', { number: at + 1 })}: ${title}` : t('page', { number: at + 1 });
  };
  /** "Page 2: Health, number 1 of 3" */
  const positionOf = (definition: Json, place: Place) => {
    const { list, at } = entryOf(place);
    const group = groupOf(place);
    const around = objectAt(definition, group);
    const count = listOf(readAt(definition, list)).length;
    if (!around || list.endsWith('pages')) return t('pageOf', { number: at + 1, count });
    const page = isGroup(around) ? titleOf(around) : pageName(definition, group);
    return t('position', { page, at: at + 1, count });
  };
  return { kindName, titleOf, pageName, positionOf };
};
