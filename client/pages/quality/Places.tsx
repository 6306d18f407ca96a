import { Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { QualityPlace } from '../../api/quality.ts';

const atOnce = 25;

/** The rows of a finding, each leading to the page where it is corrected. */
export const Places = ({ slug, places }: { slug: string; places: readonly QualityPlace[] }) => {
  const { t } = useTranslation('quality');
  const [shown, setShown] = useState(atOnce);
  const left = places.length - shown;
  return (
    <details>
      <summary>{t('rows', { count: places.length })}</summary>
      <ul className="places">
        {places.slice(0, shown).map(({ enrolment, date, name }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: both halves of a card may stand here; the list does not move
          <li key={`${enrolment} ${date} ${at}`}>
            <Anchor component={Link} to={`/programmes/${slug}/people/${encodeURIComponent(enrolment)}`}>
              {name || t('unnamed', { enrolment })}
            </Anchor>
            {date && <span className="date"> {date}</span>}
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button variant="subtle" size="compact-md" onClick={() => setShown(shown + atOnce)}>
          {t('more', { count: Math.min(left, atOnce) })}
        </Button>
      )}
    </details>
  );
};
