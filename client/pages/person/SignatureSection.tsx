// What the person has signed, with the words that were signed.
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EnrolmentPage } from '../../../server/contract/enrolment.ts';
import { Section } from '../../components/Section.tsx';
import { useText } from '../../components/useText.ts';
import { useSurveyName } from './useSurveyName.ts';

/** Nothing at all where nobody was asked to sign. */
export const SignatureSection = ({ page }: { page: EnrolmentPage }) => {
  const { t } = useTranslation('person');
  const text = useText();
  const nameOf = useSurveyName();
  if (page.signatures.length === 0) return null;
  return (
    <Section title={t('signatures')}>
      <Stack>
        {page.signatures.map(({ survey, version, date, title, text: consent, picture }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a survey may have been answered twice on one day
          <figure key={`${survey} ${date} ${at}`} className="signed">
            <figcaption>
              <Text fw={600}>{text(title)}</Text>
              {text(consent) && <Text size="sm">{text(consent)}</Text>}
              <Text size="sm" className="quiet">
                {t('signedIn', { survey: nameOf(survey), version, date })}
              </Text>
            </figcaption>
            {picture ? (
              <img src={picture} alt={t('signatureOf', { title: text(title) })} />
            ) : (
              <Text>{t('signedElsewhere')}</Text>
            )}
          </figure>
        ))}
      </Stack>
    </Section>
  );
};
