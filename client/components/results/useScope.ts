import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../server/contract/programme.ts';
import { useSession } from '../../api/session.ts';

/** For a coordinator, whose figures these are: the sites that the programme is cut to. Empty for all others. */
export const useScope = (programme: Programme | undefined): string => {
  const { t } = useTranslation('goals');
  const role = useSession().data?.role;
  if (role !== 'coordinator' || !programme) return '';
  return t('onlySites', { sites: programme.sites.map((site) => site.title).join(', ') });
};
