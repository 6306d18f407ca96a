/** Languages that are often spoken by those who answer in Sweden, each by its own name. Any other code can be written under JSON. */
export const offered = [
  ['sv', 'Svenska'],
  ['en', 'English'],
  ['ar', 'العربية'],
  ['uk', 'Українська'],
  ['so', 'Soomaali'],
  ['ti', 'ትግርኛ'],
].map(([value = '', label = '']) => ({ value, label }));
