import type { SurveyProblem } from '../../../api/surveys.ts';

/** What is wrong with what a question says of how it compares: the question itself can be shown and compared all the same. */
export const isAboutDeclaration = ({ path }: Pick<SurveyProblem, 'path'>): boolean =>
  /\.comparableWith(\.\w+)?$/.test(path);
