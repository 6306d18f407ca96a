// Sends until the server has answered. Always the same submission id, so that trying again never stores twice.

import type { Submission } from '../../../server/contract/respond.ts';
import { RespondRefusal, submitAnswers } from '../../api/respond.ts';

export interface Waiting {
  /** Tries at once instead of waiting on. */
  tryNow(): void;
}

const longestWait = 30_000;

const waitOrOnline = (milliseconds: number, onWaiting: (waiting: Waiting) => void) =>
  new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    window.addEventListener('online', done);
    onWaiting({ tryNow: done });
  });

/** @returns the receipt. @throws RespondRefusal when trying again cannot help. */
export const sendAnswers = async (
  token: string,
  submission: Submission,
  onWaiting: (waiting: Waiting | undefined) => void,
): Promise<string> => {
  for (let wait = 2000; ; wait = Math.min(wait * 2, longestWait)) {
    try {
      onWaiting(undefined);
      return (await submitAnswers(token, submission)).receipt;
    } catch (error) {
      if (!(error instanceof RespondRefusal && error.passing)) throw error;
      await waitOrOnline(wait, onWaiting);
    }
  }
};
