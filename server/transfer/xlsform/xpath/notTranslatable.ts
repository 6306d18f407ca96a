/** The message says why, as the end of a sentence about the expression. */
export class NotTranslatable extends Error {
  override readonly name = 'NotTranslatable';
}
