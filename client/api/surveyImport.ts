import { useMutation } from '@tanstack/react-query';
import type { ImportedSurvey, NotCarried } from '../../server/contract/surveyImport.ts';
import { call } from './fetcher.ts';

/** Bytes of a file, and characters of a source, that the server takes. */
export const largestFile = 5 * 1024 * 1024;

/** Without the head of a data address. @throws when the browser cannot read the file any more */
const asBase64 = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(new UnreadableFile());
    reader.readAsDataURL(file);
  });

export class UnreadableFile extends Error {}

/** What a form in XLSForm becomes; nothing is stored by it. */
export const useXlsform = () =>
  useMutation({
    mutationFn: async (file: Blob) =>
      call<ImportedSurvey>('POST', '/surveys/import/xlsform', { file: await asBase64(file) }),
  });
export type { ImportedSurvey, NotCarried };
