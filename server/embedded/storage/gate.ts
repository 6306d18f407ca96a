// Who may write: plain writes together, or one transaction alone. First come, first served, with a time limit.
import { CommandError } from '../errors.ts';

interface Waiting {
  alone: boolean;
  enter(): void;
}

export class Gate {
  #writers = 0;
  #alone = false;
  readonly #queue: Waiting[] = [];

  /** Resolves to the function that leaves. Rejects with 24 (plain) or 112 (alone) when `limitMs` has passed. */
  enter(alone: boolean, limitMs: number): Promise<() => void> {
    if (!alone && !this.#alone && this.#queue.length === 0) {
      this.#writers++; // nobody to wait for: no clock is needed
      return Promise.resolve(this.#leaving(false));
    }
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        alone,
        enter: () => {
          clearTimeout(timer);
          if (alone) this.#alone = true;
          else this.#writers++;
          resolve(this.#leaving(alone));
        },
      };
      const timer = setTimeout(() => {
        this.#queue.splice(this.#queue.indexOf(waiting), 1);
        reject(timedOut(alone, limitMs));
        this.#admit();
      }, limitMs);
      this.#queue.push(waiting);
      this.#admit();
    });
  }

  #leaving(alone: boolean): () => void {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      if (alone) this.#alone = false;
      else this.#writers--;
      this.#admit();
    };
  }

  #admit(): void {
    for (
      let next = this.#queue[0];
      next && !this.#alone && (!next.alone || this.#writers === 0);
      next = this.#queue[0]
    ) {
      this.#queue.shift();
      next.enter();
    }
  }
}

function timedOut(alone: boolean, limitMs: number): CommandError {
  if (alone) return new CommandError(112, `WriteConflict: another transaction held the database for ${limitMs} ms`);
  return new CommandError(
    24,
    `A transaction held the database for ${limitMs} ms; a write inside withTransaction must be given its session`,
  );
}
