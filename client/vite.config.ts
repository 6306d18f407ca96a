// Two pages: the staff app (index.html) and the participant's (respond.html), whose bundle shares nothing with Mantine.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const outDir = join(import.meta.dirname, '../.build/client');

/** Compresses once at build time, so that a cheap phone is sent the smallest form without work at each request. */
const precompress = (): Plugin => ({
  name: 'precompress',
  apply: 'build',
  // The build may go to a folder beside the usual one, to be moved into place when it is whole.
  writeBundle({ dir = outDir }) {
    for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(js|css|html|svg)$/.test(name)) continue;
      const bytes = readFileSync(join(dir, name));
      const quality = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(bytes, { params: quality }));
      writeFileSync(join(dir, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    }
  },
});

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), precompress()],
  build: {
    outDir,
    emptyOutDir: true,
    chunkSizeWarningLimit: 1700,
    rolldownOptions: {
      input: { index: join(import.meta.dirname, 'index.html'), respond: join(import.meta.dirname, 'respond.html') },
    },
  },
  server: { proxy: { '^/api/(?!.*\\.ts)': 'http://127.0.0.1:3000' } },
});
