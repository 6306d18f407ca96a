// What the survey says about itself, before its first question and after its last.
import { Select, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cardId, useCanvas } from '../context.ts';
import { setProperty } from '../document/operations.ts';
import { shownText } from '../document/texts.ts';
import { isCard, type Json, objectAt, type Place, textOf } from '../document/tree.ts';
import { ProblemTexts } from '../properties/ProblemTexts.tsx';
import { TextField } from '../properties/TextField.tsx';
import { ProblemMark } from './ElementCard.tsx';
import { LostSkips } from './LostSkips.tsx';

const audiences = ['participant', 'coordinator', 'partner'] as const;

export const FormCard = ({ definition, place, isOpen }: { definition: Json; place: Place; isOpen: boolean }) => {
  const { t } = useTranslation('designer');
  const { select, shownLanguage, apply } = useCanvas();
  const form = objectAt(definition, place) ?? {};
  const set = (name: string, value: unknown) => apply((whole) => setProperty(whole, place, name, value));
  return (
    <section className={`page form${isOpen ? ' open' : ''}`} aria-label={t('survey')}>
      <div className="card-head">
        <button
          type="button"
          id={cardId(place)}
          className="card-title"
          aria-expanded={isOpen}
          onClick={() => select(isOpen ? undefined : place)}
        >
          <span className="card-words">
            <span className="page-number">{t('survey')}</span>
            <span>{shownText(form.title, shownLanguage)}</span>
          </span>
          <span className="card-marks">
            <ProblemMark place={place} />
          </span>
        </button>
      </div>
      {isOpen && (
        <Stack gap="sm" className="card-body">
          <ProblemTexts place={place} />
          <LostSkips form={form} place={place} />
          <TextField value={form.title} place={place} property="title" label={t('surveyTitle')} />
          <TextField
            value={form.whoSees}
            place={place}
            property="whoSees"
            label={t('whoSees')}
            help={t('whoSeesHelp')}
            isLong
          />
          <TextField
            {...{ value: form.information, place, property: 'information', isLong: true }}
            label={t('information')}
            help={t('informationHelp')}
          />
          <TextField value={form.thanks} place={place} property="thanks" label={t('thanks')} isLong />
          <Select
            label={t('audience')}
            data={audiences.map((value) => ({ value, label: t(`audiences.${value}`) }))}
            value={textOf(form.audience) || null}
            allowDeselect={false}
            maw={280}
            onChange={(value) => value && set('audience', value)}
          />
          {!isCard(definition) && (
            <Switch
              label={t('anonymous')}
              checked={form.anonymous === true}
              onChange={(event) => set('anonymous', event.currentTarget.checked)}
            />
          )}
        </Stack>
      )}
    </section>
  );
};
