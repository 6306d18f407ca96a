import { importedSurvey, importFile } from '../../contract/surveyImport.ts';
import { problem } from '../../problems.ts';
import { readXlsform } from '../../transfer/xlsform/readXlsform.ts';
import { ok, route } from '../define/route.ts';

const longestFile = 5 * 1024 * 1024;

export const importRoutes = () => [
  route({
    method: 'post',
    path: '/surveys/import/xlsform',
    summary: 'What a form in XLSForm becomes, and what of it cannot be carried; stores nothing',
    access: ['administrator'],
    size: 'file',
    body: importFile,
    reply: { 200: importedSurvey },
    handler: ({ body }) => {
      const file = Buffer.from(body.file, 'base64');
      if (file.length > longestFile) problem('too-large', 'file: send at most 5 MB');
      return ok(readXlsform(file));
    },
  }),
];
