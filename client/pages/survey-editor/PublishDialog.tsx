// What publishing means, question by question, before it can't be taken back.
import { Alert, Button, Checkbox, Group, Modal, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReusedCode } from '../../../server/contract/survey.ts';
import {
  type Published,
  type QuestionComparison,
  type SurveyDraft,
  usePublication,
  useSurveyVersion,
} from '../../api/surveys.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { ComparisonStatus } from '../../components/survey/ComparisonStatus.tsx';
import { ComparisonTable } from '../../components/survey/ComparisonTable.tsx';
import { questionTitles, type Wordings } from '../../components/survey/questionTitles.ts';
import { useReasons } from '../../components/survey/useReasons.ts';
import { useText } from '../../components/useText.ts';
import { Checklist } from './Checklist.tsx';
import { changeId } from './CodesAndLogic.tsx';
import type { Asked } from './Editor.tsx';
import { Reused } from './Reused.tsx';
import { useItemReason } from './useItemReason.ts';

interface Props {
  draft: SurveyDraft;
  /** Number of the latest published version; 0 when there is none. */
  latest: number;
  isCard: boolean;
  onClose: () => void;
  onPublished: (published: Published) => void;
  /** Leads to a place in the survey. */
  onShow: (asked: Asked) => void;
}
type Declared = Record<string, string>;

export const PublishDialog = ({ draft, latest, isCard, onClose, onPublished, onShow }: Props) => {
  const { t } = useTranslation('surveys');
  const { t: common } = useTranslation();
  const { t: versions } = useTranslation('versions');
  const publish = usePublication(draft);
  const [declared, setDeclared] = useState<Declared>({});
  const [tried, setTried] = useState(false);
  const version = latest + 1;
  const consequence = latest === 0 ? t('consequenceFirst') : t(isCard ? 'consequenceCard' : 'consequence', { version });
  const isReused = draft.reused.some(({ question }) => declared[question] === undefined);
  const send = () => {
    setTried(true);
    if (isReused) return;
    if (Object.values(declared).some((reason) => reason.trim() === '')) return;
    const entries = Object.entries(declared).map(([name, reason]) => [name, { comparable: true, reason }] as const);
    publish.mutate({ revision: draft.revision, declared: Object.fromEntries(entries) }, { onSuccess: onPublished });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('publishTitle', { version })}
      size="xl"
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack>
        <Checklist draft={draft} latest={latest} declared={declared} onShow={onShow} />
        {latest > 0 && (
          <Changes draft={draft} latest={latest} declared={declared} onDeclared={setDeclared} tried={tried} />
        )}
        <Alert color="yellow">{consequence}</Alert>
        {tried && isReused && (
          <Alert color="red" role="alert">
            {versions('reusedLeft')}
          </Alert>
        )}
        {publish.isError && <ProblemNotice error={publish.error} />}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button onClick={send} loading={publish.isPending}>
            {t('publishIt', { version })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};

interface ChangesProps extends Pick<Props, 'draft' | 'latest'> {
  declared: Declared;
  onDeclared: (declared: Declared) => void;
  tried: boolean;
}

const Changes = ({ draft, latest, declared, onDeclared, tried }: ChangesProps) => {
  const { t } = useTranslation('surveys');
  const previous = useSurveyVersion(draft, latest);
  const next = JSON.parse(draft.source) as Record<string, unknown>;
  const before = questionTitles(previous.data?.definition);
  const after = questionTitles(next);
  const breaking = draft.comparison.filter(({ status }) => status === 'notComparable');
  const others = draft.comparison.filter(({ status }) => status !== 'notComparable');
  const returned = draft.reused.filter(({ question }) => others.some((each) => each.question === question));
  if (draft.comparison.every(({ status }) => status === 'unchanged'))
    return <Text>{t('nothingChanged', { version: latest })}</Text>;
  return (
    <>
      {breaking.length > 0 && <Text>{t('declareLead')}</Text>}
      {breaking.map((change) => (
        <Breaking
          key={change.question}
          {...{ change, before, after, latest, tried }}
          reused={draft.reused.filter(({ question }) => question === change.question)}
          versions={[previous.data?.definition, next]}
          reason={declared[change.question]}
          onReason={(reason) => {
            const { [change.question]: _, ...rest } = declared;
            onDeclared(reason === undefined ? rest : { ...rest, [change.question]: reason });
          }}
        />
      ))}
      {returned.length > 0 && <Reused reused={returned} remedy="reusedReturned" />}
      {others.some(({ status }) => status !== 'unchanged') ? (
        <ComparisonTable comparison={others} wordings={new Map([...before, ...after])} />
      ) : (
        others.length > 0 && <Text className="quiet">{t('unchangedToo', { count: others.length })}</Text>
      )}
    </>
  );
};

interface BreakingProps {
  change: QuestionComparison;
  before: Wordings;
  after: Wordings;
  latest: number;
  tried: boolean;
  reused: readonly ReusedCode[];
  /** The published one and the draft. */
  versions: readonly [Record<string, unknown> | undefined, Record<string, unknown>];
  /** undefined: not declared comparable */
  reason: string | undefined;
  onReason: (reason: string | undefined) => void;
}

const Breaking = (props: BreakingProps) => {
  const { change, before, after, latest, tried, reused, versions, reason, onReason } = props;
  const { t } = useTranslation('surveys');
  const text = useText();
  const reasonText = useReasons();
  const { question, reasons } = change;
  const proposed = useItemReason(change, versions);
  const [was, is] = [text(before.get(question)), text(after.get(question))];
  return (
    <Paper withBorder p="sm" component="section" aria-label={question} id={changeId(question)} tabIndex={-1}>
      <Stack gap={6}>
        <Group gap="xs">
          <Text ff="monospace" size="sm" fw={600}>
            {question}
          </Text>
          <ComparisonStatus status={reason === undefined ? 'notComparable' : 'comparable'} />
        </Group>
        {was !== is && (
          <Text size="sm">
            <Text span inherit className="quiet">
              {t('before', { version: latest })}:
            </Text>{' '}
            {was}
          </Text>
        )}
        <Text size="sm">
          <Text span inherit className="quiet">
            {t('after')}:
          </Text>{' '}
          {is}
        </Text>
        <Text size="sm">{reasons.map(reasonText).join('; ')}</Text>
        {reused.length > 0 && <Reused reused={reused} remedy="reusedRemedy" />}
        <Checkbox
          label={t('declare')}
          checked={reason !== undefined}
          onChange={(event) => onReason(event.currentTarget.checked ? (proposed ?? '') : undefined)}
        />
        {reason !== undefined && (
          <Textarea
            label={t('declareReason')}
            required
            autosize
            minRows={2}
            maxLength={2000}
            value={reason}
            error={tried && reason.trim() === '' && t('declareNeeded')}
            onChange={(event) => onReason(event.currentTarget.value)}
          />
        )}
      </Stack>
    </Paper>
  );
};
