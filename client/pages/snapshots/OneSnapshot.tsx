// Fetches the snapshot that the address names, for each of its pages.
import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type Snapshot, useSnapshot } from '../../api/snapshots.ts';
import { FiguresOf } from '../../charts/saving/FiguresOf.tsx';
import { Loading } from '../../components/Loading.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { dayText } from '../../components/survey/dates.ts';
import { useText } from '../../components/useText.ts';

export const OneSnapshot = ({ children }: { children: (snapshot: Snapshot) => ReactNode }) => {
  const { slug = '', id = '' } = useParams();
  const { t } = useTranslation('snapshots');
  const text = useText();
  const found = useSnapshot(slug, id);
  if (found.error) return <ProblemNotice error={found.error} onAgain={() => found.refetch()} />;
  if (!found.data) return <Loading />;
  const date = dayText(found.data.createdAt);
  const words = t('source', { programme: text(found.data.content.definition.title), date });
  return (
    <FiguresOf part={slug} day={date} words={words}>
      <Stack key={id} gap="md">
        {children(found.data)}
      </Stack>
    </FiguresOf>
  );
};
