// The pages of one form, one under the other.
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { cardId, useCanvas } from '../context.ts';
import { addPage } from '../document/operations.ts';
import { elementsIn, type Json, type Place, pagesOf } from '../document/tree.ts';
import { countIn, within } from './ElementCard.tsx';
import { FormCard } from './FormCard.tsx';
import { useNames } from './names.ts';
import { PageCard } from './PageCard.tsx';

export const Canvas = ({ definition, selected }: { definition: Json; selected: Place | undefined }) => {
  const { t } = useTranslation('designer');
  const { apply, focus, say, form } = useCanvas();
  const { pageName } = useNames();
  const pages = pagesOf(definition, form);
  const names = pages.map(({ place }) => ({ place, name: pageName(definition, place) }));
  const known = JSON.stringify(names);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same list until a name in it changes
  const others = useMemo(() => names, [known]);
  const add = () => {
    const made = apply((whole) => addPage(whole, form));
    if (!made) return;
    focus(cardId(made.place));
    say(t('added', { name: t('page', { number: pages.length + 1 }) }));
  };
  let number = 1;
  return (
    <div className="canvas">
      <FormCard definition={definition} place={form} isOpen={selected === form} />
      {pages.length === 0 && <p className="quiet">{t('noPages')}</p>}
      {pages.map(({ element, place }) => {
        const first = number;
        number += elementsIn(element).reduce((sum, each) => sum + countIn(each), 0);
        return (
          <PageCard
            key={place}
            page={element}
            place={place}
            count={pages.length}
            number={first}
            selected={within(selected, place)}
            pages={others}
          />
        );
      })}
      <div>
        <Button variant="default" onClick={add} leftSection="+">
          {t('addPage')}
        </Button>
      </div>
    </div>
  );
};
