// How the Word file looks: set on its named styles, so that whoever goes on writing can change each at one place.
import { AlignmentType, convertMillimetersToTwip, type IStylesOptions, LevelFormat } from 'docx';
import { accent, ink, quiet } from '../chart/colours.ts';

export const codes = { sv: 'sv-SE', en: 'en-GB' } as const;
/** Half points. */
export const sizes = { plain: 22, cell: 19, quiet: 18, foot: 16 } as const;

const side = convertMillimetersToTwip(22);
const a4 = { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) };
/** Twips; `width` is that of the text. */
export const paper = {
  page: { size: a4, margin: { top: side, bottom: side, left: side, right: side } },
  width: a4.width - 2 * side,
};
const colour = (hex: string) => hex.slice(1);
/** Word takes colours without a sign. */
export const colours = { ink: colour(ink), quiet: colour(quiet), accent: colour(accent) };

export const bulletList = {
  reference: 'points',
  levels: [
    {
      ...{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT },
      style: { paragraph: { indent: { left: 360, hanging: 260 } } },
    },
  ],
};

export function stylesFor(language: string): IStylesOptions {
  const heading = (size: number, before: number, after: number, color: string) => ({
    run: { font: 'Calibri', size, bold: true, color },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  });
  return {
    default: {
      document: {
        run: { font: 'Calibri', size: sizes.plain, color: colours.ink, language: { value: language } },
        paragraph: { spacing: { after: 140, line: 276 } },
      },
      heading1: heading(48, 0, 300, colours.accent),
      heading2: heading(32, 360, 140, colours.accent),
      heading3: heading(25, 260, 80, colours.ink),
    },
    paragraphStyles: [
      {
        ...{ id: 'Caption', name: 'caption', basedOn: 'Normal', next: 'Normal', quickFormat: true },
        ...{
          run: { bold: true, size: sizes.cell },
          paragraph: { keepNext: true, spacing: { before: 120, after: 60 } },
        },
      },
      {
        ...{ id: 'Note', name: 'Note', basedOn: 'Normal', next: 'Normal', quickFormat: true },
        run: { size: sizes.quiet, color: colours.quiet },
      },
      {
        ...{ id: 'Cell', name: 'Cell', basedOn: 'Normal', quickFormat: true },
        ...{ run: { size: sizes.cell }, paragraph: { spacing: { before: 30, after: 30, line: 240 } } },
      },
    ],
  };
}
