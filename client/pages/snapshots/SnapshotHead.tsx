// Heads every page of a snapshot: what it is called, when it was frozen, and the ways between its parts.
import { Anchor, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';
import type { Snapshot } from '../../api/snapshots.ts';
import { PageHead } from '../../components/PageHead.tsx';
import { timeText } from '../../components/survey/dates.ts';
import { useText } from '../../components/useText.ts';
import './snapshots.css';

interface Props {
  snapshot: Snapshot;
  /** In place of the snapshot's own. */
  title?: string;
  actions?: ReactNode;
}

export const SnapshotHead = ({ snapshot, title, actions }: Props) => {
  const { t } = useTranslation('snapshots');
  const text = useText();
  const { id, content, createdAt, createdBy } = snapshot;
  const base = `/programmes/${content.programme}/snapshots`;
  return (
    <Stack gap={0}>
      <PageHead
        above={
          <Anchor component={Link} to={base} className="no-print" w="fit-content">
            ← {t('all')}
          </Anchor>
        }
        title={title ?? snapshot.title}
        lead={`${text(content.definition.title)} · ${t('frozenAt', { date: timeText(createdAt), name: createdBy })}`}
        actions={actions}
      />
      <nav aria-label={t('views')} className="snapshot-views no-print">
        <NavLink to={`${base}/${id}`} end>
          {t('results')}
        </NavLink>
        <NavLink to={`${base}/${id}/comparison`}>{t('comparison')}</NavLink>
        <NavLink to={`${base}/${id}/report`}>{t('report')}</NavLink>
      </nav>
    </Stack>
  );
};
