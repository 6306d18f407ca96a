/** Month of a day: '2024-08-17' is in '2024-08'. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** '2024-02' ends on '2024-02-29'. */
export function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** '2024-12' is followed by '2025-01'. */
function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}

/** From the month of the first day to that of the last, both counted; the latest `most` of them. */
export function monthsBetween(first: string, last: string, most: number): string[] {
  const months: string[] = [];
  for (let month = monthOf(first); month <= monthOf(last); month = monthAfter(month)) months.push(month);
  return months.slice(-most);
}
