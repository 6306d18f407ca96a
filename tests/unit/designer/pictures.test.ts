// Pictures to choose among: what can be seen of them on a respondent's page.
import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import {
  contrastOf,
  leastContrast,
  luminanceOf,
  pictureContrast,
} from '../../../client/pages/survey-editor/accessibility/contrast.ts';
import { findPictures } from '../../../client/pages/survey-editor/accessibility/pictures.ts';

type Context = ReturnType<ReturnType<typeof createCanvas>['getContext']>;
const size = 64;
const drawn = (draw: (context: Context) => void) => {
  const context = createCanvas(size, size).getContext('2d');
  draw(context);
  return { data: context.getImageData(0, 0, size, size).data, width: size, height: size };
};
const filled = (context: Context, colour: string) => {
  context.fillStyle = colour;
  context.fillRect(0, 0, size, size);
};
const face = (context: Context, colour: string) => {
  context.strokeStyle = colour;
  context.lineWidth = 3;
  context.beginPath();
  context.arc(32, 32, 24, 0, 2 * Math.PI);
  context.moveTo(20, 40);
  context.lineTo(44, 40);
  context.stroke();
};

test("luminance and contrast are WCAG's: black on white 21, mid-grey #767676 on white just above 4.5", () => {
  const white = luminanceOf([255, 255, 255]);
  expect(contrastOf(luminanceOf([0, 0, 0]), white)).toBeCloseTo(21, 10);
  expect(contrastOf(white, luminanceOf([0x76, 0x76, 0x76]))).toBeCloseTo(4.54, 2);
  expect(contrastOf(white, luminanceOf([0x77, 0x77, 0x77]))).toBeLessThan(4.5);
});

test.each([
  ['dark lines on nothing', true, (context: Context) => face(context, '#333')],
  ['pale lines on nothing', false, (context: Context) => face(context, '#ccc')],
  [
    'white lines on dark blue',
    true,
    (context: Context) => {
      filled(context, '#123c7a');
      face(context, '#fff');
    },
  ],
  [
    'dark lines on dark blue',
    false,
    (context: Context) => {
      filled(context, '#123c7a');
      face(context, '#1d4a8f');
    },
  ],
  [
    'a dark line in one corner of a pale picture',
    true,
    (context: Context) => {
      filled(context, '#f4f4f4');
      context.fillStyle = '#000';
      context.fillRect(4, 4, 24, 3);
    },
  ],
  ['nothing at all', false, () => undefined],
  ['one dark colour', true, (context: Context) => filled(context, '#123c7a')],
  ['one pale colour', false, (context: Context) => filled(context, '#fde68a')],
  ['half-transparent black lines', true, (context: Context) => face(context, 'rgba(0, 0, 0, 0.7)')],
  ['nearly transparent black lines', false, (context: Context) => face(context, 'rgba(0, 0, 0, 0.2)')],
])('%s: seen %s', (_name, isSeen, draw) => {
  expect(pictureContrast(drawn(draw)) >= leastContrast).toBe(isSeen);
});

test('each picture is named by its question and code; one that cannot be shown is told, and other questions are left alone', async () => {
  const pixels: Record<string, ReturnType<typeof drawn>> = {
    dark: drawn((context) => face(context, '#111')),
    pale: drawn((context) => face(context, '#ddd')),
  };
  const choice = (value: string) => ({ value, imageLink: value });
  const definition = {
    halves: {
      person: { pages: [] },
      coordinator: {
        pages: [
          { name: 'one', elements: [{ type: 'radiogroup', name: 'other', choices: [choice('broken')] }] },
          {
            name: 'two',
            elements: [
              {
                type: 'panel',
                name: 'group',
                elements: [{ type: 'imagepicker', name: 'mood', choices: ['dark', 'pale', 'broken'].map(choice) }],
              },
            ],
          },
        ],
      },
    },
  };
  const found = await findPictures(definition, async (link) => {
    const read = pixels[link];
    if (!read) throw new Error('no picture');
    return read;
  });
  const where = { path: 'halves.coordinator.pages[1].elements[0].elements[0]', question: 'mood' };
  expect(found).toEqual([
    { ...where, rule: 'lowContrast', entry: 'pale', contrast: expect.closeTo(1.2, 0) },
    { ...where, rule: 'brokenPicture', entry: 'broken', contrast: null },
  ]);
});
