// The linear programs of disclosure control, solved by HiGHS (Huangfu & Hall 2018, Math. Prog. Comp. 10:119-142), which
// comes as WebAssembly inside its package.
import loadHighs from 'highs';

let loading: ReturnType<typeof loadHighs> | undefined;
let highs: Awaited<ReturnType<typeof loadHighs>> | undefined;

/** To be awaited before anything is protected: loading takes a while, and few processes need it. */
export async function loadSolver(): Promise<void> {
  loading ??= loadHighs();
  highs = await loading;
}

/** Least and greatest value of a sum of variables; a variable stands in it with its factor. */
export interface Row {
  terms: [variable: number, factor: number][];
  low: number;
  high: number;
}

export interface Polytope {
  /** By variable. Infinity where there is no bound. */
  low: number[];
  high: number[];
  rows: Row[];
}

/** Looks at one polytope in many directions. */
export interface Explorer {
  /** A point of it that is furthest in the direction. @throws Error when there is none, or no end to it */
  furthest(direction: readonly number[]): Float64Array;
}

/** @throws Error when the solver was not loaded */
export function explore<Result>(polytope: Polytope, look: (explorer: Explorer) => Result): Result {
  if (!highs) throw new Error('loadSolver() comes first');
  const { constants, infinity } = highs;
  const { low, high, rows } = polytope;
  const model = highs.createModel();
  try {
    model.options.set({ output_flag: false, presolve: 'off' });
    const starts = [0];
    for (const { terms } of rows) starts.push((starts.at(-1) ?? 0) + terms.length);
    model.passModel({
      numCols: low.length,
      numRows: rows.length,
      sense: constants.objectiveSense.maximize,
      colCost: low.map(() => 0),
      colLower: low,
      colUpper: high.map((each) => (Number.isFinite(each) ? each : infinity)),
      rowLower: rows.map((row) => (Number.isFinite(row.low) ? row.low : -infinity)),
      rowUpper: rows.map((row) => (Number.isFinite(row.high) ? row.high : infinity)),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: low.length,
        starts,
        indices: rows.flatMap(({ terms }) => terms.map(([variable]) => variable)),
        values: rows.flatMap(({ terms }) => terms.map(([, factor]) => factor)),
      },
    });
    return look({
      furthest(direction) {
        model.changeColsCost({ kind: 'range', from: 0, to: low.length - 1 }, [...direction]);
        const { modelStatus } = model.run();
        if (modelStatus !== constants.modelStatus.optimal)
          throw new Error(`a linear program that has a solution ended with status ${modelStatus}`);
        return model.getSolution().colValue;
      },
    });
  } finally {
    model.dispose();
  }
}
