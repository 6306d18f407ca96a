// Published versions that are offered no more. A version never changes, so its withdrawal stands beside it and can be taken back.
import { collection, isDuplicate, keyOf, required, trusted } from './collection.ts';

export interface Withdrawal {
  programme: string | null;
  name: string;
  version: number;
  reason: string;
  withdrawnAt: string;
  withdrawnBy: string;
}

const withdrawals = collection<Withdrawal & { _id: string }>('surveyWithdrawals', {
  programme: { type: String, default: null },
  name: required(String),
  version: required(Number),
  reason: required(String),
  withdrawnAt: required(String),
  withdrawnBy: required(String),
});
type Version = Pick<Withdrawal, 'programme' | 'name' | 'version'>;
const idOf = ({ programme, name, version }: Version) => keyOf(programme, name, version);

/** @returns false when it is withdrawn already: that stays as it is. */
export async function insertWithdrawal(withdrawal: Withdrawal): Promise<boolean> {
  try {
    await withdrawals.insertMany([{ ...withdrawal, _id: idOf(withdrawal) }]);
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/** @returns false when it was not withdrawn. */
export async function deleteWithdrawal(version: Version): Promise<boolean> {
  return (await withdrawals.deleteOne({ _id: idOf(version) })).deletedCount > 0;
}

/** Of the surveys of any of these owners. */
export const listWithdrawals = (owners: readonly (string | null)[]): Promise<Withdrawal[]> =>
  withdrawals.find({ programme: trusted({ $in: [...owners] }) }, { _id: 0 }).lean<Withdrawal[]>();
