const swedishDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

/** Today in Sweden, as the server has it: 'YYYY-MM-DD'. */
export const today = (): string => swedishDay.format(new Date());

/** Whole days from one day to another; negative when `to` is before. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
