// The two demonstration programmes: invented people whose figures are those of two published reports.
import { createCrescoPlus } from './cresco-plus/programme.ts';
import { createVagar } from './vagar/programme.ts';

/** Content of every file, by its path below surveys/programmes/. The same at every call. */
export function createProgrammes(): Map<string, string> {
  const folders = { 'cresco-plus': createCrescoPlus(), 'vagar-till-egen-forsorjning': createVagar() };
  return new Map(
    Object.entries(folders).flatMap(([slug, files]) =>
      [...files].map(([path, content]) => [`${slug}/${path}`, content] as const),
    ),
  );
}
