// Whether the forms can show a definition that was written as JSON. What its values may be is for the server to say when it is saved.

type Shape = readonly [Shape] | readonly [] | { readonly [name: string]: Shape };
const titled = { title: {} };
const shape: Shape = {
  ...{ title: {}, sites: [{}], fields: [titled], waves: [titled], activityBands: [], ageBands: [], suppression: {} },
  codes: { exitReason: [titled], exitStatus: [titled], intervention: [titled], referrer: [titled], role: [titled] },
  goals: [{ title: {}, indicator: {} }],
};
const needed = ['title', 'indicator', 'sites'];

const isList = (each: Shape): each is readonly [Shape] | readonly [] => Array.isArray(each);
const step = (path: string, name: string | number) => (path === '' ? String(name) : `${path}.${name}`);

/** The path of the first part that cannot be shown, '' for the whole; undefined when all can. */
export function unshowable(value: unknown, wanted: Shape = shape, path = ''): string | undefined {
  if (isList(wanted)) {
    if (!Array.isArray(value)) return path;
    const [each] = wanted;
    return each && firstOf(value.map((entry: unknown, at) => unshowable(entry, each, step(path, at))));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return path;
  const given = value as Record<string, unknown>;
  return firstOf(
    Object.entries(wanted).map(([name, each]) =>
      given[name] === undefined && !needed.includes(name) ? undefined : unshowable(given[name], each, step(path, name)),
    ),
  );
}

const firstOf = (paths: readonly (string | undefined)[]) => paths.find((each) => each !== undefined);
