import { useTranslation } from 'react-i18next';
import type { EnrolmentSummary } from '../../../server/contract/enrolment.ts';

/** Imported enrolments may come without a name; their key stands in for it. */
export const useNames = () => {
  const { t } = useTranslation('enrolment');
  return ({ name, enrolment }: Pick<EnrolmentSummary, 'name' | 'enrolment'>): string =>
    name || t('unnamed', { enrolment });
};
