import { designer as en } from '../../../../text/en/designer.ts';
import { designer as sv } from '../../../../text/sv/designer.ts';
import type { Beginnings } from '../document/kinds.ts';

/** A new element begins in the languages that the product itself is written in. */
export const beginnings: Beginnings = {
  question: { sv: sv.newQuestion, en: en.newQuestion },
  panel: { sv: sv.newPanel, en: en.newPanel },
  information: { sv: sv.newInformation, en: en.newInformation },
  choice: { sv: sv.newChoice, en: en.newChoice },
  entry: { sv: sv.newEntry, en: en.newEntry },
  addEntry: { sv: sv.newAddEntry, en: en.newAddEntry },
  removeEntry: { sv: sv.newRemoveEntry, en: en.newRemoveEntry },
  noEntry: { sv: sv.newNoEntry, en: en.newNoEntry },
};
export const newChoice = beginnings.choice;
