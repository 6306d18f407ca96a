import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { isTaken } from './naming.ts';

interface Props {
  creating: { isPending: boolean; isError: boolean; error: unknown };
  onClose: () => void;
}

export const EndOfForm = ({ creating, onClose }: Props) => {
  const { t } = useTranslation('surveys');
  const { t: common } = useTranslation();
  return (
    <>
      {creating.isError && !isTaken(creating.error) && <ProblemNotice error={creating.error} />}
      <Group justify="end">
        <Button variant="default" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button type="submit" loading={creating.isPending}>
          {t('create')}
        </Button>
      </Group>
    </>
  );
};
