/** "Choose a file" in an empty file field: the library's grey is too light to be read. */
export const legible = { placeholder: { color: '#4b5855' } };
