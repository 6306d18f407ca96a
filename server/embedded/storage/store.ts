// Reads and writes against one lmdb environment. A plain write is computed inside lmdb's own transaction, so many connections
// share one commit; its changes are collected in an overlay first and kept only if all of the statement succeeded.
import { Commits } from './commits.ts';
import { Gate } from './gate.ts';
import { Base, type Environment, Overlay, type View } from './lmdb.ts';

const PLAIN_WAIT_MS = 10_000;

export class Store {
  readonly gate = new Gate();
  readonly #environment: Environment;
  readonly #base: Base;
  readonly #commits: Commits;

  constructor(environment: Environment) {
    this.#environment = environment;
    this.#base = new Base(environment);
    this.#commits = new Commits(environment);
  }

  /** The newest committed state; everything read in one go through it belongs together. */
  latest(): View {
    this.#environment.database.resetReadTxn();
    return this.#base;
  }

  /** The newest committed state, kept readable until done() is called. */
  snapshot(): { view: View; done(): void } {
    this.#environment.database.resetReadTxn();
    // biome-ignore lint/correctness/useHookAtTopLevel: a name of lmdb's, no hook
    const transaction = this.#environment.database.useReadTransaction();
    return { view: new Base(this.#environment, transaction), done: () => transaction.done() };
  }

  /** Runs one plain write: durable when it resolves, nothing kept when it throws. */
  async write<T>(statement: (view: Overlay) => T): Promise<T> {
    const leave = await this.gate.enter(false, PLAIN_WAIT_MS);
    let outcome: T;
    try {
      outcome = await this.commit(statement);
    } finally {
      leave();
    }
    await this.#commits.flushed();
    return outcome;
  }

  /** Commits a transaction's overlay as one; durable when it resolves. The caller holds the gate alone. */
  async keep(changes: Overlay): Promise<void> {
    await this.#commits.run(() => changes.applyTo(this.#base));
    await this.#commits.flushed();
  }

  private async commit<T>(statement: (view: Overlay) => T): Promise<T> {
    let outcome: { value: T } | undefined;
    let failure: unknown;
    await this.#commits.run(() => {
      try {
        const overlay = new Overlay(this.#base);
        const value = statement(overlay);
        overlay.applyTo(this.#base);
        outcome = { value };
      } catch (error) {
        failure = error; // an exception must not leave lmdb's callback: it would end the batch of every connection
      }
    });
    if (!outcome) throw failure;
    return outcome.value;
  }

  close(): Promise<void> {
    return this.#commits.close();
  }
}
