import type { Regex } from '../bson/codec.ts';
import { CommandError } from '../errors.ts';

/** A regular expression a client sent, as JavaScript runs it. Only anchored ones: they can use an index and cannot run away over a field. */
export function compileRegex({ pattern, options }: Regex): RegExp {
  if (!pattern.startsWith('^'))
    throw new CommandError(2, 'Only regular expressions that begin with ^ are supported by the embedded database');
  if (/[^ims]/.test(options)) throw new CommandError(2, `The regular expression option '${options}' is not supported`);
  if (/\(\?|\\[^\w]?[AZzGKQEXRhHNpP]|\[\[:|[*+?}]\+|\\\d/.test(pattern))
    throw new CommandError(2, 'This regular expression syntax is not supported');
  try {
    return new RegExp(pattern, `${options}u`);
  } catch {
    throw new CommandError(51091, `Regular expression is invalid: ${pattern}`);
  }
}
