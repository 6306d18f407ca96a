// A status is told by word, shape and colour together, so that none of them has to be seen.
import { useTranslation } from 'react-i18next';
import './status.css';

export type StatusName = 'met' | 'near' | 'notMet' | 'noData' | 'judged';
export const statusNames: readonly StatusName[] = ['met', 'near', 'notMet', 'noData', 'judged'];

export const isStatus = (value: string | null | undefined): value is StatusName =>
  statusNames.some((each) => each === value);

export const StatusShape = ({ status }: { status: StatusName }) => (
  <svg className="status-shape" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
    {status === 'met' && <path d="M2.5 8.5l3.5 4 7.5-9" />}
    {status === 'near' && (
      <>
        <circle cx="8" cy="8" r="5.5" />
        <path className="filled" d="M8 2.5a5.5 5.5 0 0 0 0 11z" />
      </>
    )}
    {status === 'notMet' && <path d="M3.5 3.5l9 9m0-9l-9 9" />}
    {status === 'noData' && <path d="M2.5 8h11" />}
    {status === 'judged' && <path d="M3 13l1-3.5L11 2.5l2.5 2.5-7 7L3 13z" />}
  </svg>
);

/** `quiet`: without the frame, for a row of small text. */
export const StatusMark = ({ status, quiet = false }: { status: StatusName; quiet?: boolean }) => {
  const { t } = useTranslation('goals');
  return (
    <span className={`status status-${status}${quiet ? ' status-quiet' : ''}`}>
      <StatusShape status={status} />
      {t(status)}
    </span>
  );
};
