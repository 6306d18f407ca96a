// What is said of a file that is not whole.
export class BrokenBackup extends Error {}

export const damaged = (file: string, why: string) =>
  new Error(`${file} is damaged or cut short (${why}): restore another backup`);
