import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Survey } from 'survey-react-ui';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answersToSend, makeModel } from '../../../client/components/survey/model.ts';

const definition = {
  pages: [
    {
      name: 'p',
      elements: [
        {
          type: 'signaturepad',
          name: 'consent',
          isRequired: true,
          title: { sv: 'Samtycke' },
          description: { sv: 'Jag går med.' },
        },
      ],
    },
  ],
};
const picture = 'data:image/png;base64,AAAA';
const written: string[] = [];
const lines: number[] = [];

/** jsdom draws nothing: what would be drawn is written down. */
beforeEach(() => {
  written.length = 0;
  lines.length = 0;
  const context = {
    fillRect: () => undefined,
    beginPath: () => undefined,
    moveTo: () => undefined,
    lineTo: (x: number) => void lines.push(x),
    stroke: () => undefined,
    measureText: () => ({ width: 100 }),
    fillText: (text: string) => void written.push(text),
    drawImage: () => undefined,
  };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never);
  vi.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockReturnValue(picture);
});
afterEach(() => void vi.restoreAllMocks());

const show = (language = 'sv') => {
  const model = makeModel(definition, {}, language);
  render(<Survey model={model} />);
  return model;
};

test('whoever cannot draw signs by typing the name, and is told that it is signed', async () => {
  const user = userEvent.setup();
  const model = show();
  expect(model.validate(true, false)).toBe(false);
  await user.type(await screen.findByRole('textbox', { name: 'Eller skriv ditt namn' }), 'Åsa Öst');
  expect(written.at(-1)).toBe('Åsa Öst');
  expect(screen.getByRole('status')).toHaveTextContent('Underskrivet');
  expect(screen.getByRole('img', { name: 'Samtycke: Underskrivet' })).toBeInTheDocument();
  expect(answersToSend(model)).toEqual({ consent: picture });
  await user.clear(screen.getByRole('textbox'));
  expect(answersToSend(model)).toEqual({});
});

test('in English the words around a signature are English, though survey-core does not name its own language', async () => {
  show('en');
  expect(await screen.findByRole('textbox', { name: 'Or type your name' })).toBeInTheDocument();
  expect(screen.getByRole('status')).toHaveTextContent('Not signed');
});

test('a signature is drawn by finger or mouse, and can be taken away again', async () => {
  const user = userEvent.setup();
  const model = show();
  const box = await screen.findByRole('img', { name: 'Samtycke: Inte underskrivet' });
  vi.spyOn(box, 'getBoundingClientRect').mockReturnValue({ left: 0, top: 0, width: 300, height: 100 } as DOMRect);
  fireEvent.pointerDown(box, { clientX: 30, clientY: 20 });
  fireEvent.pointerMove(box, { clientX: 60, clientY: 20 });
  expect(answersToSend(model)).toEqual({});
  fireEvent.pointerUp(box);
  // The picture is twice as wide as it is shown.
  expect(lines.at(-1)).toBe(120);
  expect(answersToSend(model)).toEqual({ consent: picture });
  await user.click(screen.getByRole('button', { name: 'Rensa' }));
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Inte underskrivet'));
  expect(model.validate(true, false)).toBe(false);
});
