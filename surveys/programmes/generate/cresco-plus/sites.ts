// The fourteen sites, with the number of each that the published figures of a site ask for.

export interface Site {
  slug: string;
  title: string;
  enrolments: number;
  /** Exits to work, studies or looking for work. */
  work: number;
  /** Exits to work training. */
  training: number;
  /** Enrolments with a job-focused intervention. */
  jobFocused: number;
  /** Last day that anyone was enrolled. */
  lastStart: string;
}

const open = '2025-03-31';
const site = (
  slug: string,
  title: string,
  enrolments: number,
  work: number,
  training: number,
  jobFocused: number,
  lastStart = open,
): Site => ({ slug, title, enrolments, work, training, jobFocused, lastStart });

export const sites: readonly Site[] = [
  site('essunga', 'Essunga', 18, 3, 0, 15, '2024-11-15'),
  site('falkoping', 'Falköping', 88, 13, 19, 77),
  site('gullspang', 'Gullspång', 32, 14, 5, 30, '2025-01-31'),
  site('gotene', 'Götene', 46, 7, 9, 40),
  site('hjo', 'Hjo', 33, 6, 8, 28, '2024-12-13'),
  site('karlsborg', 'Karlsborg', 27, 4, 4, 21, '2024-10-31'),
  site('lidkoping', 'Lidköping', 96, 16, 22, 83),
  site('mariestad', 'Mariestad', 74, 12, 18, 67),
  site('skara', 'Skara', 62, 8, 13, 54, '2024-12-13'),
  site('skovde', 'Skövde', 104, 15, 22, 90),
  site('tibro', 'Tibro', 44, 3, 5, 34, '2025-02-28'),
  site('tidaholm', 'Tidaholm', 52, 8, 16, 48),
  site('toreboda', 'Töreboda', 31, 5, 7, 26, '2024-11-29'),
  site('vara', 'Vara', 34, 4, 7, 25),
];

export function countsBySite(count: (site: Site) => number): Record<string, number> {
  return Object.fromEntries(sites.map((each) => [each.slug, count(each)]));
}
