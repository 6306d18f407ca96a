import { Button, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AnyGoalResult, useVerdictRemoval } from '../../api/results.ts';
import { useSession } from '../../api/session.ts';
import { WrittenVerdict } from '../../components/goal/WrittenVerdict.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { isStatus, StatusMark } from '../../components/results/StatusMark.tsx';
import { Section } from '../../components/Section.tsx';
import { VerdictForm } from './VerdictForm.tsx';

/** What is computed and what a person judges, side by side: neither changes the other. */
export const VerdictSection = ({ slug, result }: { slug: string; result: AnyGoalResult }) => {
  const { t } = useTranslation('goals');
  const [writing, setWriting] = useState(false);
  const removal = useVerdictRemoval(slug, result.id);
  const mayJudge = useSession().data?.role === 'evaluator';
  const { verdict, status, measure } = result;
  const confirmRemoval = () =>
    modals.openConfirmModal({
      title: t('removeVerdict'),
      children: <Text size="sm">{t('removeVerdictText')}</Text>,
      labels: { confirm: t('removeVerdict'), cancel: t('cancel', { ns: 'common' }) },
      confirmProps: { color: 'red' },
      onConfirm: () => removal.mutate(),
    });
  return (
    <Section title={t('verdict')}>
      <Stack gap="sm" align="start">
        {measure !== 'judged' && isStatus(status) && (
          <Group gap="xs">
            <Text component="span" className="quiet">
              {t('computed')}
            </Text>
            <StatusMark status={status} />
          </Group>
        )}
        {verdict ? <WrittenVerdict verdict={verdict} /> : <Text className="quiet">{t('noVerdict')}</Text>}
        {verdict && measure !== 'judged' && (
          <Text size="sm" className="quiet">
            {t('computedNote')}
          </Text>
        )}
        {removal.error && <ProblemNotice error={removal.error} />}
        {mayJudge && !writing && (
          <Group gap="xs" className="no-print">
            <Button variant={verdict ? 'default' : 'filled'} onClick={() => setWriting(true)}>
              {t(verdict ? 'changeVerdict' : 'giveVerdict')}
            </Button>
            {verdict && (
              <Button variant="subtle" color="red" loading={removal.isPending} onClick={confirmRemoval}>
                {t('removeVerdict')}
              </Button>
            )}
          </Group>
        )}
        {mayJudge && writing && (
          <VerdictForm slug={slug} goal={result.id} verdict={verdict} onDone={() => setWriting(false)} />
        )}
      </Stack>
    </Section>
  );
};
