import type { EnrolmentPage } from '../../../server/contract/enrolment.ts';

type Intervention = EnrolmentPage['interventions'][number];
const lasting = '9999-12-31';

/** True when another intervention has at least one day in common. */
export const isParallel = (one: Intervention, all: readonly Intervention[]): boolean =>
  all.some(
    (other) =>
      (other.type !== one.type || other.start !== one.start) &&
      other.start <= (one.end ?? lasting) &&
      one.start <= (other.end ?? lasting),
  );
