// The pages of one form, one under the other.
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { cardId, useCanvas } from '../context.ts';
import { addPage } from '../document/operations.ts';
import { type Json, type Place, pagesOf } from '../document/tree.ts';
import { useHeld } from '../held.ts';
import { NumbersProvider, numbersIn } from '../numbers.ts';
import { within } from './ElementCard.tsx';
import { FormCard } from './FormCard.tsx';
import { PageCard } from './PageCard.tsx';

export const Canvas = ({ definition, selected }: { definition: Json; selected: Place | undefined }) => {
  const { t } = useTranslation('designer');
  const { apply, focus, say, form } = useCanvas();
  const pages = pagesOf(definition, form);
  const add = () => {
    const made = apply((whole) => addPage(whole, form));
    if (!made) return;
    focus(cardId(made.place));
    say(t('added', { name: t('page', { number: pages.length + 1 }) }));
  };
  const numbers = useHeld(useMemo(() => numbersIn(definition, form), [definition, form]));
  return (
    <div className="canvas">
      <FormCard definition={definition} place={form} isOpen={selected === form} />
      {pages.length === 0 && <p className="quiet">{t('noPages')}</p>}
      <NumbersProvider value={numbers}>
        {pages.map(({ element, place }) => (
          <PageCard key={place} page={element} place={place} count={pages.length} selected={within(selected, place)} />
        ))}
      </NumbersProvider>
      <div>
        <Button variant="default" onClick={add} leftSection="+">
          {t('addPage')}
        </Button>
      </div>
    </div>
  );
};
