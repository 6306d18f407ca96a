// Names that SPSS takes: letters, digits, . _ @ # $; at most 64 bytes; alike whatever the case; none of its own words.
const reserved = new Set(['ALL', 'AND', 'BY', 'EQ', 'GE', 'GT', 'LE', 'LT', 'NE', 'NOT', 'OR', 'TO', 'WITH']);
const longest = 64;

/** In the order given, each unlike those before it. */
export function spssNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const base = validName(name);
    let candidate = base;
    for (let at = 2; taken.has(candidate.toUpperCase()); at++) candidate = `${cutBytes(base, longest - 5)}_${at}`;
    taken.add(candidate.toUpperCase());
    return candidate;
  });
}

function validName(name: string): string {
  const letters = name.normalize('NFC').replace(/[^\p{L}\p{Nd}._@#$]/gu, '_');
  const begun = /^[\p{L}@]/u.test(letters) ? letters : `v_${letters}`;
  const cut = cutBytes(begun, longest - 2).replace(/[._]+$/, '');
  return reserved.has(cut.toUpperCase()) ? `${cut}_1` : cut;
}

/** At most so many bytes of UTF-8, never half a character. */
export function cutBytes(text: string, most: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= most) return text;
  let end = most;
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  return bytes.toString('utf8', 0, end);
}
