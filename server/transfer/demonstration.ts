// The demonstration programmes go the same way in as a customer's own folder.
import { join } from 'node:path';
import { importFolder } from './importFolder.ts';
import { hasRejections } from './reconciliation.ts';

const folder = join(import.meta.dirname, '../../surveys/programmes');
export const demonstrationProgrammes = ['cresco-plus', 'vagar-till-egen-forsorjning'] as const;

/** What is there already is brought up to date; the built-in surveys must be in. @throws when a row is bad */
export async function putInProgramme(slug: (typeof demonstrationProgrammes)[number]): Promise<void> {
  const reconciliation = await importFolder(join(folder, slug));
  if (hasRejections(reconciliation))
    throw new Error(`the demonstration ${slug} has bad rows: ${JSON.stringify(reconciliation)}`);
}
