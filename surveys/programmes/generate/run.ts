// Writes the demonstration programmes: node --import tsx surveys/programmes/generate/run.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createProgrammes } from './programmes.ts';

const folder = join(import.meta.dirname, '..');
for (const [path, content] of createProgrammes()) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
