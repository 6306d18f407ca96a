// What publishing means, question by question, before it can't be taken back.
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type DraftComparison,
  type Published,
  type SurveyDraft,
  usePublication,
  useSurveyVersion,
} from '../../api/surveys.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { ComparisonTable } from '../../components/survey/ComparisonTable.tsx';
import { questionTitles } from '../../components/survey/questionTitles.ts';
import { Checklist } from './Checklist.tsx';
import { ChangedQuestion } from './comparability/ChangedQuestion.tsx';
import type { Said } from './comparability/ComparableChoice.tsx';
import type { Asked } from './Editor.tsx';

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
type Declared = Readonly<Record<string, Said>>;

/** What the questions say themselves, where it holds. */
const saidIn = ({ comparison }: SurveyDraft): Declared =>
  Object.fromEntries(
    comparison.flatMap(({ question, declaration, standing }) =>
      declaration && standing === 'used'
        ? [[question, { comparable: declaration.comparable, reason: declaration.reason }] as const]
        : [],
    ),
  );

export const PublishDialog = ({ draft, latest, isCard, onClose, onPublished, onShow }: Props) => {
  const { t } = useTranslation('surveys');
  const { t: common } = useTranslation();
  const { t: versions } = useTranslation('versions');
  const publish = usePublication(draft);
  const [declared, setDeclared] = useState<Declared>(() => saidIn(draft));
  const [tried, setTried] = useState(false);
  const version = latest + 1;
  const consequence = latest === 0 ? t('consequenceFirst') : t(isCard ? 'consequenceCard' : 'consequence', { version });
  const isReused = draft.reused.some(({ question }) => !declared[question]?.comparable);
  const send = () => {
    setTried(true);
    if (isReused) return;
    if (Object.values(declared).some(({ reason }) => reason.trim() === '')) return;
    publish.mutate({ revision: draft.revision, declared }, { onSuccess: onPublished });
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

/** Its series breaks, or the draft says something of how it compares: there is something to decide, or to read again. */
const isToDecide = ({ computed, against, declaration, canContinue }: DraftComparison) =>
  computed === 'notComparable' || (computed === 'added' && against !== null) || (declaration !== null && canContinue);

const Changes = ({ draft, latest, declared, onDeclared, tried }: ChangesProps) => {
  const { t } = useTranslation('surveys');
  const previous = useSurveyVersion(draft, latest);
  const next = JSON.parse(draft.source) as Record<string, unknown>;
  const wordings = new Map([...questionTitles(previous.data?.definition), ...questionTitles(next)]);
  const toDecide = draft.comparison.filter(isToDecide);
  const others = draft.comparison.filter((each) => !isToDecide(each));
  if (draft.comparison.every(({ computed }) => computed === 'unchanged'))
    return <Text>{t('nothingChanged', { version: latest })}</Text>;
  return (
    <>
      {toDecide.length > 0 && <Text>{t('declareLead')}</Text>}
      {toDecide.map((change) => (
        <ChangedQuestion
          key={change.question}
          {...{ draft, change, next, tried }}
          reused={draft.reused.filter(({ question }) => question === change.question)}
          said={declared[change.question]}
          onSaid={(said) => {
            const { [change.question]: _, ...rest } = declared;
            onDeclared(said ? { ...rest, [change.question]: said } : rest);
          }}
        />
      ))}
      {others.some(({ status }) => status !== 'unchanged') ? (
        <ComparisonTable comparison={others} wordings={wordings} />
      ) : (
        others.length > 0 && <Text className="quiet">{t('unchangedToo', { count: others.length })}</Text>
      )}
    </>
  );
};
