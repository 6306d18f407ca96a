// Source Sans 3 (SIL Open Font License 1.1), embedded so that a document looks the same everywhere.
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const fileOf = (name: string) => resolve(`@expo-google-fonts/source-sans-3/${name}/SourceSans3_${name}.ttf`);

export const regularFont = fileOf('400Regular');
export const boldFont = fileOf('600SemiBold');
