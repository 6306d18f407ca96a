// The pictures to choose among: drawn out of sight, and looked at.
import { elementsOf, formPlaces, type Json, objectsOf, textOf } from '../designer/document/tree.ts';
import { leastContrast, type Pixels, pictureContrast } from './contrast.ts';

export interface PictureFinding {
  rule: 'lowContrast' | 'brokenPicture';
  path: string;
  question: string;
  /** Code of the choice. */
  entry: string;
  /** Of a picture that could be drawn. */
  contrast: number | null;
}
/** Large enough for the lines of a pictogram, small enough for a hundred of them. */
const longest = 96;

const draw = async (link: string): Promise<Pixels> => {
  const picture = new Image();
  picture.src = link;
  await picture.decode();
  const { naturalWidth, naturalHeight } = picture;
  const scale = Math.min(1, longest / Math.max(naturalWidth, naturalHeight));
  const width = Math.max(1, Math.round(naturalWidth * scale));
  const height = Math.max(1, Math.round(naturalHeight * scale));
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('nothing to draw on');
  context.drawImage(picture, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
};

const choicesIn = (definition: Json) =>
  formPlaces(definition)
    .flatMap((form) => elementsOf(definition, form))
    .filter(({ element }) => element.type === 'imagepicker')
    .flatMap(({ element, place }) =>
      objectsOf(element.choices).map((choice) => ({
        ...{ path: place, question: textOf(element.name), entry: String(choice.value) },
        link: textOf(choice.imageLink),
      })),
    );

/** @param read how a picture becomes pixels: the browser's own way */
export const findPictures = async (definition: Json, read = draw): Promise<PictureFinding[]> => {
  const judged = choicesIn(definition).map(async ({ link, ...choice }): Promise<PictureFinding[]> => {
    const pixels = await read(link).catch(() => undefined);
    if (!pixels) return [{ ...choice, rule: 'brokenPicture', contrast: null }];
    const contrast = pictureContrast(pixels);
    return contrast < leastContrast ? [{ ...choice, rule: 'lowContrast', contrast }] : [];
  });
  return (await Promise.all(judged)).flat();
};
