import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const project = (name: string, extra: object = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...extra },
});

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  plugins: [react()],
  test: {
    // Two files at a time: on two cores three are no sooner done, and each of them waits longer.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      // What one file has loaded serves the next: each opens and closes what it needs.
      project('unit', { isolate: false }),
      project('embedded', { isolate: false }),
      project('api', { isolate: false }),
      // And one document: what a test leaves behind, such as a draft that is saved a moment later, the next one meets.
      project('client', { environment: 'jsdom', isolate: false, setupFiles: ['tests/support/dom.ts'] }),
      project('browser', { testTimeout: 120_000, hookTimeout: 180_000 }),
      // Long ways through a browser: with `npm run soak`, and by name.
      project('soak', { testTimeout: 120_000, hookTimeout: 180_000 }),
    ],
  },
});
