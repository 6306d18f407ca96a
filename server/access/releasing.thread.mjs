// Where the thread begins that makes a release. A thread does not inherit the loader its parent was started with, so it
// registers its own.
import { register } from 'tsx/esm/api';

register();
await import('./releasing.ts');
