import { Alert, Anchor, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import {
  type SurveyAddress,
  type SurveyDraft,
  type SurveySummary,
  useSurveyDraft,
  useSurveys,
} from '../../api/surveys.ts';
import { Loading } from '../../components/Loading.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { surveyPath, useSurveyAddress } from '../../components/survey/address.ts';
import { useText } from '../../components/useText.ts';
import { Discard } from './Discard.tsx';
import { type Asked, Editor } from './Editor.tsx';
import { Gone, isGone } from './Gone.tsx';
import { readKept } from './keptDraft.ts';
import { PublishDialog } from './PublishDialog.tsx';
import { WritingNotices } from './SavedState.tsx';
import { Stale } from './Stale.tsx';
import { TryoutDialog } from './TryoutDialog.tsx';
import { usePublished } from './usePublished.ts';
import { useWriting } from './useWriting.ts';

const SurveyEditorPage = () => {
  const address = useSurveyAddress();
  const draft = useSurveyDraft(address);
  const surveys = useSurveys(address.programme);
  // Writing goes on when what was read once cannot be read again.
  const kept = draft.isLoadingError && isGone(draft.error) ? readKept(address) : undefined;
  if (kept) return <Gone address={address} source={kept.source} onSaved={() => draft.refetch()} />;
  if (draft.isLoadingError) return <ProblemNotice error={draft.error} onAgain={() => draft.refetch()} />;
  if (surveys.isLoadingError) return <ProblemNotice error={surveys.error} onAgain={() => surveys.refetch()} />;
  if (!draft.data || !surveys.data) return <Loading />;
  const summary = surveys.data.find(({ name, programme }) => name === address.name && programme === address.programme);
  return <Writing key={`${address.programme} ${address.name}`} {...{ address, summary }} draft={draft.data} />;
};
export default SurveyEditorPage;

interface Props {
  address: SurveyAddress;
  draft: SurveyDraft;
  summary: SurveySummary | undefined;
}

const Writing = ({ address, draft, summary }: Props) => {
  const { t } = useTranslation('surveys');
  const { t: common } = useTranslation();
  const { t: tryout } = useTranslation('tryout');
  const text = useText();
  const navigate = useNavigate();
  const writing = useWriting(address, draft);
  const [publishing, setPublishing] = useState<SurveyDraft>();
  const [trying, setTrying] = useState<SurveyDraft>();
  const [asked, setAsked] = useState<Asked>();
  const [refused, setRefused] = useState<string>();
  const latest = summary?.versions.at(-1)?.version ?? 0;
  const published = usePublished(address, latest);
  const title = text(summary?.title) || address.name;
  const isUntouched = writing.saved.changedAt === null && !writing.isChanged;

  /** Saved and without errors, or the reason why it may not go on. */
  const withSaved = async (goOn: (saved: SurveyDraft) => void, reason: string) => {
    const saved = writing.isChanged ? await writing.save() : writing.saved;
    if (!saved) return;
    const isWrong = saved.problems.some(({ severity }) => severity === 'error');
    setRefused(isWrong ? reason : undefined);
    if (!isWrong) goOn(saved);
  };
  const leave = (to: string) => {
    writing.forget();
    navigate(to);
  };
  return (
    <>
      <PageHead
        title={t('editorTitle', { title })}
        lead={t('editorLead', { version: latest + 1 })}
        above={
          <Anchor component={Link} to={surveyPath(address)} size="sm">
            {title}
          </Anchor>
        }
        actions={
          <>
            {!isUntouched && (
              <Discard
                draft={writing.saved}
                latest={latest}
                onDiscarded={() => leave(latest > 0 ? surveyPath(address) : '/surveys')}
              />
            )}
            {summary?.kind !== 'card' && (
              <Button
                variant="default"
                onClick={() => withSaved(setTrying, tryout('errors'))}
                disabled={writing.theirs !== undefined}
              >
                {tryout('try')}
              </Button>
            )}
            <Button
              onClick={() => withSaved(setPublishing, t('publishErrors'))}
              disabled={isUntouched || writing.theirs !== undefined}
            >
              {t('publish')} …
            </Button>
          </>
        }
      />
      <WritingNotices writing={writing} />
      {refused && (
        <Alert color="red" role="alert" mb="sm">
          {refused}
        </Alert>
      )}
      <Stale writing={writing} />
      <Editor {...{ address, writing, published, latest, asked }} onAsked={() => setAsked(undefined)} />
      {trying && <TryoutDialog draft={trying} onClose={() => setTrying(undefined)} />}
      {publishing && (
        <PublishDialog
          draft={publishing}
          latest={latest}
          isCard={summary?.kind === 'card'}
          onClose={() => setPublishing(undefined)}
          onShow={(place) => {
            setPublishing(undefined);
            setAsked(place);
          }}
          onPublished={({ version }) => {
            notifications.show({
              message: t('published', { version }),
              closeButtonProps: { 'aria-label': common('close') },
            });
            leave(surveyPath(address));
          }}
        />
      )}
    </>
  );
};
