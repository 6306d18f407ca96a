import { useTranslation } from 'react-i18next';
import { Section } from '../../components/Section.tsx';

/** What one might look for here, and why it is not there. */
export const NotMeasured = () => {
  const { t } = useTranslation('quality');
  return (
    <Section title={t('notMeasured')}>
      <ul className="not-measured">
        <li>{t('durations')}</li>
        <li>{t('pages')}</li>
      </ul>
    </Section>
  );
};
