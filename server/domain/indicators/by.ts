/** Which lists of groups are asked for: each a list of variables, more than one when crossed. */
export type By = string[][];

/**
 * `gender,site` asks for two lists of groups, `gender*site` for the crossed one. Empty text asks for none.
 * @throws RangeError when a name is missing or stands twice in a cross
 */
export function parseBy(text: string): By {
  if (text.trim() === '') return [];
  const lists = text.split(',').map((list) => list.split('*').map((name) => name.trim()));
  for (const list of lists) {
    if (list.includes('')) throw new RangeError(`by: "${text}" lacks a name; write gender,site or gender*site`);
    if (new Set(list).size < list.length) throw new RangeError(`by: "${list.join('*')}" crosses a name with itself`);
    if (list.length > 2) throw new RangeError(`by: "${list.join('*')}" crosses more than two names`);
  }
  return lists.filter((list, at) => lists.findIndex((other) => other.join('*') === list.join('*')) === at);
}
