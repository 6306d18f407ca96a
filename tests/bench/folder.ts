import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** On the disk that temporary files lie on: TMPDIR names another one. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'stegvis-bench-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
