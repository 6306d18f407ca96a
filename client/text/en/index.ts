import { common } from './common.ts';
import { problems } from './problems.ts';
import { signIn } from './signIn.ts';

export const en = { common, problems, signIn };
