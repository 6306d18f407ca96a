import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { useProgrammes } from '../../api/programmes.ts';
import { useSession } from '../../api/session.ts';
import { Empty } from '../../components/Empty.tsx';
import { Loading } from '../../components/Loading.tsx';
import { startFor } from '../../components/navigation.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';

export const HomePage = () => {
  const { t } = useTranslation();
  const session = useSession();
  const programmes = useProgrammes();
  if (programmes.isError) return <ProblemNotice error={programmes.error} onAgain={() => programmes.refetch()} />;
  if (!session.data || !programmes.data) return <Loading />;
  const start = startFor(session.data.role, programmes.data[0]?.slug);
  if (start) return <Navigate to={start} replace />;
  return <Empty title={t('noProgrammesTitle')}>{t('noProgrammesText')}</Empty>;
};
