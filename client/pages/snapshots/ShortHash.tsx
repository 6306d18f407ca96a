/** As many signs as tell two snapshots apart at a glance; reports print the same. */
const shown = 12;

export const ShortHash = ({ hash }: { hash: string }) => <code title={hash}>{hash.slice(0, shown)}</code>;
