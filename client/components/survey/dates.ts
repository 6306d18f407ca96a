/** 2025-06-30, and with the time of day 2025-06-30 14:05, in the reader's own time zone. */
const format = (value: string | Date, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('sv-SE', options).format(new Date(value));

export const dayText = (value: string | Date) => format(value, { dateStyle: 'short' });
export const timeText = (value: string | Date) => format(value, { dateStyle: 'short', timeStyle: 'short' });
