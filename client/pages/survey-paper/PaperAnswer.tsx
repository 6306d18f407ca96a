import type { Answer, Item } from './form.ts';

const marks = { one: 'circle', scale: 'circle', several: 'square', order: 'line' } as const;

/** Room for the answer: circles for one, squares for several, lines to write on. */
export const PaperAnswer = ({ answer }: { answer: Exclude<Answer, { kind: 'entries' }> }) => {
  switch (answer.kind) {
    case 'matrix':
      return <Matrix columns={answer.columns} rows={answer.rows} />;
    case 'lines':
      return (
        <div className="paper-lines">
          {Array.from({ length: answer.count }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: empty lines have nothing else to tell them apart
            <i key={at} />
          ))}
        </div>
      );
    case 'amount':
      return (
        <p className="paper-amount">
          {answer.before} <i className="paper-rule" /> {answer.after}
        </p>
      );
    case 'boxes':
      return (
        <>
          <p className="paper-help">{answer.hint}</p>
          <p className="paper-boxes" dir="ltr" aria-hidden="true">
            {answer.places.map(({ char, isAsked }, at) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: a place is known by where it stands
              isAsked ? <i key={at} /> : <span key={at}>{char}</span>,
            )}
          </p>
        </>
      );
    case 'signature':
      return (
        <div className="paper-signature">
          <span>{answer.name}</span>
          <span>{answer.date}</span>
        </div>
      );
    case 'rows':
      return (
        <ul className="paper-items">
          {answer.rows.map(({ text }) => (
            <li key={text}>
              {text} <i className="paper-rule" />
            </li>
          ))}
        </ul>
      );
    default:
      return <Items items={answer.items} kind={answer.kind} />;
  }
};

const Items = ({ items, kind }: { items: Item[]; kind: keyof typeof marks }) => (
  <ul className={kind === 'scale' && items.every((each) => each.explanation === '') ? 'paper-scale' : 'paper-items'}>
    {items.map(({ text, explanation }) => (
      <li key={text}>
        <i className={`paper-${marks[kind]}`} />
        <span>
          {text}
          {explanation && <small>{explanation}</small>}
        </span>
      </li>
    ))}
  </ul>
);

const Matrix = ({ columns, rows }: { columns: Item[]; rows: Item[] }) => (
  <>
    <Meanings items={columns} />
    <Grid {...{ columns, rows }} />
  </>
);

/** Above the grid, whose columns are too narrow for it. */
const Meanings = ({ items }: { items: Item[] }) => {
  const explained = items.filter(({ explanation }) => explanation);
  if (explained.length === 0) return null;
  return (
    <dl className="paper-meanings">
      {explained.map(({ text, explanation }) => (
        <div key={text}>
          <dt>{text}</dt>
          <dd>{explanation}</dd>
        </div>
      ))}
    </dl>
  );
};

const Grid = ({ columns, rows }: { columns: Item[]; rows: Item[] }) => (
  <table className="paper-matrix">
    <thead>
      <tr>
        <td />
        {columns.map(({ text }) => (
          <th key={text} scope="col">
            {text}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ text }) => (
        <tr key={text}>
          <th scope="row">{text}</th>
          {columns.map((column) => (
            <td key={column.text}>
              <i className="paper-circle" />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
