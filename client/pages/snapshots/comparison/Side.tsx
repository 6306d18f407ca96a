import { useTranslation } from 'react-i18next';
import type { Target } from '../../../../server/contract/programme.ts';
import { axisFor, targetLines } from '../../../charts/domain.ts';
import { IntervalBar } from '../../../charts/IntervalBar.tsx';
import { StatusCell } from '../../../components/results/StatusCell.tsx';
import { isMean, isShare, useFigureWords } from '../../../components/results/useFigureWords.ts';
import { useNumbers } from '../../../components/useNumbers.ts';
import type { GoalState } from './moved.ts';

interface Props {
  /** Then, or now. */
  name: string;
  state: GoalState | null;
  /** The other moment: both are drawn on one axis. */
  beside: GoalState | null;
  /** Said when there was no such goal. */
  absent: string;
}

/** A goal at one moment, in one line. */
export const Side = ({ name, state, beside, absent }: Props) => {
  const { t } = useTranslation('goals');
  const words = useFigureWords();
  const { whole } = useNumbers();
  if (!state || state.suppressed)
    return (
      <div className="moment">
        <span>{name}</span>
        <span className="quiet said">{state ? t('hiddenTotal') : absent}</span>
      </div>
    );
  const { measure, value, n, ci95 } = state;
  const said = value === null ? (measure === 'judged' ? '' : t('noData')) : words.value(measure, value, 1);
  const isBased = value !== null && n !== null && (isShare(measure) || isMean(measure));
  return (
    <div className="moment">
      <span>{name}</span>
      <span className="value">{said}</span>
      <span className="quiet base">{isBased && t('n', { n: whole(n) })}</span>
      <span>
        {value !== null && ci95 && <Interval state={{ ...state, value, ci95 }} beside={beside} name={name} />}
      </span>
      <StatusCell goal={state} />
    </div>
  );
};

type Drawn = GoalState & { value: number; ci95: [number, number] };

const Interval = ({ state, beside, name }: { state: Drawn; beside: GoalState | null; name: string }) => {
  const words = useFigureWords();
  const { measure, value, ci95 } = state;
  const targets = targetLines(state.target as Target | null);
  const marks = [state, ...(beside && !beside.suppressed ? [beside] : [])];
  const interval = words.interval(measure, ci95, 1);
  return (
    <>
      <IntervalBar
        value={value}
        interval={ci95}
        targets={targets}
        domain={isShare(measure) ? [0, 1] : axisFor(measure, marks, targets).domain}
        dot={!isShare(measure)}
        label={[name, words.value(measure, value, 1), interval].join(', ')}
      />
      <span className="quiet interval">{interval}</span>
    </>
  );
};
