/** Where the programmes are. */
const timeZone = 'Europe/Stockholm';
const day = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
const moment = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });

/** 2025-06-30 */
export const dayText = (iso: string): string => day.format(new Date(iso));
/** 2025-06-30 14:05 */
export const momentText = (iso: string): string => moment.format(new Date(iso));
