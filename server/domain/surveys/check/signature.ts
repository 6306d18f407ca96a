/** A signature of consent (signaturepad): only where the person is known anyway, and never as a file. */
import type { PlacedQuestion } from './elements.ts';
import { join, type Problems } from './problem.ts';

const refused: Readonly<Record<string, { harmless: unknown; why: string }>> = {
  storeDataAsText: { harmless: true, why: 'a signature is kept with the answers, never as a file' },
  waitForUpload: { harmless: false, why: 'nothing is uploaded' },
  dataFormat: { harmless: 'png', why: 'a signature is a PNG' },
  backgroundImage: { harmless: '', why: 'no picture is fetched from elsewhere' },
};

export function checkSignature({ json, path }: PlacedQuestion, isAnonymous: boolean, problems: Problems): void {
  if (isAnonymous)
    problems.error(
      join(path, 'type'),
      'signature-in-anonymous',
      'a signature names the person, and the survey is anonymous: ask a yes or no question instead',
    );
  for (const [name, { harmless, why }] of Object.entries(refused))
    if (json[name] !== undefined && json[name] !== harmless)
      problems.error(join(path, name), 'unsupported-property', `${name} is not supported: ${why}`, [name]);
}
