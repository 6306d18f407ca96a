import type { Regex } from '../bson/codec.ts';
import { CommandError } from '../errors.ts';

/** What JavaScript has not, or reads otherwise than MongoDB's PCRE2: groups with ?, most escapes, classes by name, possessive signs. */
const UNLIKE = /\(\?|\\(?![dnrt])\w|\[([:.=]).*\1\]|[*+?}]\+/s;
/** Signs that stand for themselves there: escaped ones and classes. */
const PARTS = /\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[.$]/gsu;
/** Any but the end of a line, and the end with or without one: JavaScript knows more signs that end a line, and no last one. */
const OWN_SIGNS: Record<string, string> = { '.': '[^\\n]', $: '(?=\\n?$)' };

/** A regular expression a client sent, as JavaScript runs it. Only anchored ones: they can use an index and cannot run away over a field. */
export function compileRegex({ pattern, options }: Regex): RegExp {
  if (!pattern.startsWith('^'))
    throw new CommandError(2, 'Only regular expressions that begin with ^ are supported by the embedded database');
  if (/[^is]/.test(options)) throw new CommandError(2, `The regular expression option '${options}' is not supported`);
  if (UNLIKE.test(pattern)) throw new CommandError(2, 'This regular expression syntax is not supported');
  try {
    const isAny = options.includes('s');
    const own = pattern.replace(PARTS, (part) => (part === '.' && isAny ? part : (OWN_SIGNS[part] ?? part)));
    return new RegExp(own, `${options}u`);
  } catch {
    throw new CommandError(51091, `Regular expression is invalid: ${pattern}`);
  }
}
