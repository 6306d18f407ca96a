// The phone beside the grid of texts shows where each text is met.
import { MantineProvider } from '@mantine/core';
import { render, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { localizedIn } from '../../../../client/pages/survey-editor/designer/document/localized.ts';
import { textIn } from '../../../../client/pages/survey-editor/designer/document/texts.ts';
import type { Json } from '../../../../client/pages/survey-editor/designer/document/tree.ts';
import { stillPlaceOf } from '../../../../client/pages/survey-editor/translations/stillPlace.ts';
import { TextStill } from '../../../../client/pages/survey-editor/translations/TextStill.tsx';
import collaboration from '../../../../surveys/collaboration/v1.json' with { type: 'json' };
import exit from '../../../../surveys/exit/v1.json' with { type: 'json' };
import card from '../../../../surveys/progression-card/v1.json' with { type: 'json' };
import '../../../../client/text/i18n.ts';

const squeezed = (text: string | null | undefined) => text?.replace(/\s+/g, ' ').trim();
const show = (definition: Json, language: string) => {
  const seen: boolean[] = [];
  const draw = (text: ReturnType<typeof localizedIn>[number]) => (
    <MantineProvider env="test">
      <TextStill
        place={stillPlaceOf(definition, text)}
        {...{ text, language }}
        programmeTitle="Projektet"
        onSeen={(isSeen) => seen.push(isSeen)}
      />
    </MantineProvider>
  );
  const texts = localizedIn(definition);
  const [first] = texts;
  if (!first) throw new Error('no texts');
  const { rerender } = render(draw(first));
  return { texts, seen, turn: (text: (typeof texts)[number]) => rerender(draw(text)) };
};
const marked = () => {
  const [found, ...others] = document.querySelectorAll('[data-translated]');
  expect(others).toEqual([]);
  return found;
};

/** Of a scale the ends stand beside their number. */
const isWithin = (key: string) => /(min|max)RateDescription$/.test(key);

test.each([
  ['exit', 'ar', exit as Json],
  ['collaboration', 'en', collaboration as Json],
])(
  '%s in %s: every text that a respondent reads is marked where it stands, in its question',
  async (_name, language, definition) => {
    const { texts, turn } = show(definition, language);
    expect(texts.length).toBeGreaterThan(20);
    const unseen: string[] = [];
    for (const text of texts) {
      turn(text);
      const words = squeezed(textIn(text.value, language)) ?? '';
      const isThere = () => {
        const own = squeezed(marked()?.textContent);
        expect(isWithin(text.key) ? own?.includes(words) && words : own).toBe(words);
        const [question] = text.key.split('.');
        const around = marked()?.closest('[data-name]');
        if (around) expect(around.getAttribute('data-name')).toBe(question);
        if (around) expect(around.closest('main')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
      };
      await waitFor(isThere, { timeout: 800 }).catch(() => unseen.push(text.key));
    }
    expect(unseen).toEqual([]);
  },
);

test('a question that a condition hides is shown all the same; a text that is never read marks its question and says so', async () => {
  const definition = {
    ...{ languages: ['sv'], title: { sv: 'Enkät' } },
    pages: [
      { name: 'one', elements: [{ type: 'text', name: 'first', title: { sv: 'Först' } }] },
      {
        name: 'two',
        visibleIf: "{first} = 'x'",
        title: { sv: 'Sidan två' },
        elements: [
          { type: 'panel', name: 'p', title: { sv: 'Gruppen' }, elements: [{ type: 'comment', name: 'inner' }] },
          {
            ...{ type: 'radiogroup', name: 'hidden', visibleIf: "{first} = 'y'", title: { sv: 'Samma' } },
            requiredErrorText: { sv: 'Måste besvaras' },
            choices: [{ value: 'a', text: { sv: 'Samma' }, visibleIf: "{first} = 'z'" }],
          },
          { type: 'html', name: 'told', html: { sv: '<p>Läs <b>detta</b> <img src="x" onerror="alert(1)"></p>' } },
        ],
      },
    ],
  };
  const { texts, seen, turn } = show(definition, 'sv');
  const turnTo = (key: string) => {
    const text = texts.find((each) => each.key === key);
    if (!text) throw new Error(`no ${key} in ${texts.map((each) => each.key)}`);
    turn(text);
  };
  turnTo('hidden.title');
  await waitFor(() => expect(marked()?.closest('.sd-element__header')).not.toBeNull());
  expect(document.querySelector('.progress')).toHaveTextContent('Fråga 2 av 2');
  turnTo('hidden.choices.a.text');
  await waitFor(() => expect(marked()?.closest('.scale-value')).not.toBeNull());
  expect(seen.at(-1)).toBe(true);
  turnTo('hidden.requiredErrorText');
  await waitFor(() => expect(marked()).toHaveAttribute('data-name', 'hidden'));
  expect(seen.at(-1)).toBe(false);
  turnTo('told.html');
  await waitFor(() => expect(squeezed(marked()?.textContent)).toBe('Läs detta'));
  expect(document.querySelector('[onerror], .sd-html img')).toBeNull();
  turnTo('p.title');
  await waitFor(() => expect(squeezed(marked()?.textContent)).toBe('Gruppen'));
  turnTo('page two.title');
  await waitFor(() => expect(marked()).toHaveClass('eyebrow'));
});

test('of a repeating panel there is an entry to see its texts on, or none where that is said; of a signature what is signed', async () => {
  const sv = (text: string) => ({ sv: text });
  const definition = {
    ...{ languages: ['sv'], title: sv('Enkät') },
    pages: [
      {
        name: 'one',
        elements: [
          { type: 'text', name: 'employer', title: sv('Arbetsgivare') },
          {
            ...{ type: 'paneldynamic', name: 'jobs', title: sv('Arbeten'), minPanelCount: 2, maxPanelCount: 2 },
            ...{
              templateTitle: sv('Arbete {panelIndex}'),
              addPanelText: sv('Lägg till'),
              removePanelText: sv('Ta bort'),
            },
            ...{ noEntriesText: sv('Inget arbete än.'), keyName: 'employer', keyDuplicationError: sv('Två gånger') },
            templateElements: [{ type: 'text', name: 'employer', title: sv('Arbetsgivare'), visibleIf: '{a} = 1' }],
          },
          { type: 'signaturepad', name: 'consent', title: sv('Samtycke'), description: sv('Jag går med på det.') },
        ],
      },
    ],
  };
  const { texts, seen, turn } = show(definition, 'sv');
  const words = [
    ...['Arbetsgivare', 'Arbeten', 'Arbete 1', '+ Lägg till', 'Ta bort', 'Inget arbete än.', 'Arbetsgivare'],
    ...['Samtycke', 'Jag går med på det.'],
  ];
  const shown = texts.filter(({ owner, key }) => owner.includes('elements[') && !key.endsWith('keyDuplicationError'));
  expect(shown.length).toBe(words.length);
  for (const [at, text] of shown.entries()) {
    turn(text);
    await waitFor(() => expect(squeezed(marked()?.textContent)).toBe(words[at]));
    expect(seen.at(-1)).toBe(true);
    expect(marked()?.closest('.entry') !== null).toBe(
      /Arbete 1|Ta bort/.test(words[at] ?? '') || text.owner.includes('template'),
    );
  }
  const never = texts.find(({ key }) => key.endsWith('keyDuplicationError'));
  if (never) turn(never);
  await waitFor(() => expect(seen.at(-1)).toBe(false));
  expect(marked()).toHaveAttribute('data-name', 'jobs');
});

test('of a card each half has its own phone', async () => {
  const definition = card as Json;
  const { texts, turn } = show(definition, 'sv');
  for (const half of ['coordinator', 'person']) {
    const text = texts.find(({ key }) => key === `${half}/jobSearch.title`);
    if (!text) throw new Error('no such text');
    turn(text);
    await waitFor(() => expect(marked()?.closest('[data-name="jobSearch"]')).not.toBeNull());
    expect(squeezed(marked()?.textContent)).toBe(squeezed(textIn(text.value, 'sv')));
  }
});
