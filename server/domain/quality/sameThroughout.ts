/** Of fewer answers than this the same value may well be meant. */
const fewestAnswers = 5;

/** Whether all answers on one scale are the same; undefined when there are too few of them to say. */
export function isSameThroughout(answers: readonly unknown[]): boolean | undefined {
  if (answers.length < fewestAnswers) return undefined;
  return answers.every((each) => each === answers[0]);
}
