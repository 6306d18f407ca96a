// Numbers that move by steps: who looks every day learns nothing of the one or two who came in between.

export class Standing {
  #numbers = new Map<string, number>();

  /** @param previous the numbers last told, by name */
  constructor(
    private readonly previous: Readonly<Record<string, number>>,
    private readonly below: number,
  ) {}

  /**
   * The number to tell: the one told before while the true one is fewer than `below` away from it, and so never further off
   * than that. One that was hidden before, or nothing, binds to nothing.
   */
  tell(name: string, number: number): number {
    const before = Object.hasOwn(this.previous, name) ? this.previous[name] : undefined;
    const isNear = before !== undefined && before >= this.below && Math.abs(number - before) < this.below;
    const told = isNear ? before : number;
    this.#numbers.set(name, told);
    return told;
  }

  /** What has been told now, to be the previous ones next time. */
  get numbers(): Record<string, number> {
    return Object.fromEntries(this.#numbers);
  }
}
