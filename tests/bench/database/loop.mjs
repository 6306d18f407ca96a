// A thread does not inherit the loader its parent was started with, so it registers its own.
import { register } from 'tsx/esm/api';

register();
await import('./loop.ts');
