// Sends until the server has answered. Always the same submission id, so that trying again never stores twice.

import type { Receipt, Submission } from '../../../server/contract/respond.ts';
import { RespondRefusal } from '../../api/respond.ts';

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
  submit: (submission: Submission) => Promise<Receipt>,
  submission: Submission,
  onWaiting: (waiting: Waiting | undefined) => void,
): Promise<string> => {
  for (let wait = 2000; ; wait = Math.min(wait * 2, longestWait)) {
    try {
      onWaiting(undefined);
      return (await submit(submission)).receipt;
    } catch (error) {
      if (!(error instanceof RespondRefusal && error.passing)) throw error;
      await waitOrOnline(wait, onWaiting);
    }
  }
};
