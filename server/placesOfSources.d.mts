import type { Plugin } from 'esbuild';

export const placesOfSources: Plugin;
