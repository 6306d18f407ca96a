// Months as 2025-03: they sort as text.
const monthsIn = 12;

const placeOf = (month: string) => Number(month.slice(0, 4)) * monthsIn + Number(month.slice(5, 7)) - 1;
const monthAt = (place: number) => `${Math.floor(place / monthsIn)}-${String((place % monthsIn) + 1).padStart(2, '0')}`;

/** A month later, or with -1 one earlier. */
export const monthsFrom = (month: string, by: number): string => monthAt(placeOf(month) + by);

/** What can be asked for, newest first: from the programme's first month to its last, or to the present one. */
export const monthsOf = (programme: { start: string; end?: string | undefined }, now: string): string[] => {
  const first = placeOf(programme.start);
  const last = placeOf(programme.end !== undefined && programme.end < now ? programme.end : now);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => monthAt(last - at));
};

/** The latest that is over, which is what funders ask for; else the latest there is. */
export const usualMonth = (months: readonly string[], now: string): string | undefined =>
  months.find((month) => month < now) ?? months[0];

/** 'juni 2025' */
export const monthWords = (month: string, language: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'sv-SE', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-15T12:00:00Z`));
