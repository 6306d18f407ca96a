// Least and greatest value of unknown numbers under linear relations, by linear programming, rounded to whole numbers.
import loadHighs from 'highs';

const highs = await loadHighs();

export interface Relation {
  terms: Map<number, number>;
  low: number;
  high: number;
}
export interface Unknowns {
  low: number[];
  high: number[];
  relations: Relation[];
}

/**
 * Unknowns of those asked about that have one whole value only.
 * @param truth a solution; it spares most of the programs, since whatever another point shows to differ is not pinned
 */
export function pinnedAmong({ low, high, relations }: Unknowns, asked: ReadonlySet<number>, truth: number[]): number[] {
  const size = low.length;
  const model = highs.createModel();
  try {
    model.options.set({ output_flag: false });
    const starts = [0];
    for (const { terms } of relations) starts.push((starts.at(-1) ?? 0) + terms.size);
    const bound = (value: number) => (Number.isFinite(value) ? value : Math.sign(value) * highs.infinity);
    model.passModel({
      numCols: size,
      numRows: relations.length,
      sense: highs.constants.objectiveSense.maximize,
      colCost: low.map(() => 0),
      colLower: low.map(bound),
      colUpper: high.map(bound),
      rowLower: relations.map((relation) => bound(relation.low)),
      rowUpper: relations.map((relation) => bound(relation.high)),
      matrix: {
        format: 'csr',
        numRows: relations.length,
        numCols: size,
        starts,
        indices: relations.flatMap(({ terms }) => [...terms.keys()]),
        values: relations.flatMap(({ terms }) => [...terms.values()]),
      },
    });
    const furthest = (direction: number[]): Float64Array => {
      model.changeColsCost({ kind: 'range', from: 0, to: size - 1 }, direction);
      model.run();
      const status = model.getModelStatus();
      if (status !== highs.constants.modelStatus.optimal)
        throw new Error(`the shown numbers contradict each other (${status})`);
      return model.getSolution().colValue;
    };
    const open = new Set(asked);
    const look = (direction: number[]) => {
      const point = furthest(direction);
      for (const at of open) if (Math.abs((point[at] ?? 0) - (truth[at] ?? 0)) >= 1 - 1e-6) open.delete(at);
    };
    for (const way of [1, -1, 1, -1])
      look(low.map((_, at) => (open.has(at) ? way * (1 + ((at * 7919) % 13) / 13) : 0)));
    for (const at of [...open])
      for (const way of [1, -1]) if (open.has(at)) look(low.map((_, each) => (each === at ? way : 0)));
    return [...open];
  } finally {
    model.dispose();
  }
}
