const longest = 100;

/** Words as a part of a file's name, in letters that every system takes: 'Född utomlands' is 'fodd-utomlands'. */
const plain = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** What it is of, then the day, so that files of one thing stand together: 'cresco-plus_work_gender_2026-01-31.svg'. */
export const fileName = (parts: readonly string[], day: string, ending: string): string => {
  const named = parts.map(plain).filter(Boolean).join('_').slice(0, longest).replace(/[-_]$/, '');
  return `${[named || 'stegvis', day].filter(Boolean).join('_')}.${ending}`;
};
