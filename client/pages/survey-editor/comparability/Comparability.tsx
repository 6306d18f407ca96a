// At an open question: how it compares with the version that asked it last, and what the administrator says of that.
import { Group, List, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type DraftComparison, useSurveyVersion } from '../../../api/surveys.ts';
import { Changes } from '../../../components/item/Changes.tsx';
import { changesBetween } from '../../../components/item/changes.ts';
import { ComparisonStatus } from '../../../components/survey/ComparisonStatus.tsx';
import { useReasons } from '../../../components/survey/useReasons.ts';
import { useCanvas, useProblems } from '../designer/context.ts';
import { type Declaration, declarationOf, declare } from '../designer/document/declarations.ts';
import { keyOf, questionNamed } from '../designer/document/keys.ts';
import { same } from '../designer/document/merge.ts';
import { type Json, type Place, textOf } from '../designer/document/tree.ts';
import { useItemReason } from '../useItemReason.ts';
import { ComparableChoice } from './ComparableChoice.tsx';
import { Continues } from './Continues.tsx';
import { Outdated } from './Outdated.tsx';
import { useSeries } from './series.ts';

interface Props {
  element: Json;
  place: Place;
}

const unsaid = ({ comparableWith: _, ...rest }: Json) => rest;

/** What the server last said of the question; `isCurrent` while it stands as it did then. */
const useChange = (element: Json): { change: DraftComparison | undefined; isCurrent: boolean } => {
  const { form } = useCanvas();
  const { compared } = useSeries();
  const key = keyOf(form, textOf(element.name));
  const judged = questionNamed(compared?.definition, key);
  const change = compared?.comparison.find(({ question }) => question === key);
  return { change, isCurrent: judged !== undefined && same(unsaid(judged), unsaid(element)) };
};

export const Comparability = ({ element, place }: Props) => {
  const { t } = useTranslation('comparability');
  const { latest } = useSeries();
  const { change, isCurrent } = useChange(element);
  const label = useId();
  const said = declarationOf(element);
  if (latest === 0 && !said) return null;
  const isUsed = said !== undefined && change !== undefined && isAbout(said, change);
  const status = isUsed ? (said.comparable ? 'comparable' : 'notComparable') : change?.computed;
  return (
    <Stack component="section" gap="xs" aria-labelledby={label} className="comparability">
      <Group gap="xs">
        <Text fw={600} id={label}>
          {latest === 0 ? t('titleFirst') : t('title', { version: change?.against ?? latest })}
        </Text>
        {status && <ComparisonStatus status={status} />}
      </Group>
      {said && !isUsed && change && <Outdated {...{ place, said, change, isCurrent }} />}
      {said && latest === 0 && <Outdated {...{ place, said, isCurrent: true }} />}
      {change ? (
        <Compared {...{ element, place, change, isCurrent }} said={isUsed ? said : undefined} />
      ) : (
        latest > 0 && <Text size="sm">{t('waiting')}</Text>
      )}
    </Stack>
  );
};

/** Said of this very wording, against this very version. */
const isAbout = (said: Declaration, { against, judged, computed }: DraftComparison) =>
  said.version === against && said.judged === judged && computed !== 'unchanged';

interface ComparedProps extends Props {
  change: DraftComparison;
  isCurrent: boolean;
  said: Declaration | undefined;
}

const Compared = ({ element, place, change, isCurrent, said }: ComparedProps) => {
  const { against, computed } = change;
  if (against === null) return <Continues element={element} place={place} />;
  if (computed === 'unchanged') return null;
  return <Changed {...{ element, place, change, isCurrent, said, against }} />;
};

const conditionChange = (before: Json, after: Json) => {
  const [was, is] = [textOf(before.visibleIf) || undefined, textOf(after.visibleIf) || undefined];
  return was === is ? [] : [{ path: ['visibleIf'], language: undefined, before: was, after: is }];
};

const Changed = ({ element, place, change, isCurrent, said, against }: ComparedProps & { against: number }) => {
  const { t } = useTranslation('comparability');
  const { apply } = useCanvas();
  const { address } = useSeries();
  const reasonText = useReasons();
  const problems = useProblems(place);
  const before = questionNamed(useSurveyVersion(address, against).data?.definition, change.question);
  const proposed = useItemReason(before, element, change.changes);
  const isReasonMissing = said !== undefined && problems.some(({ code }) => code === 'declaration-reason');
  const texts = before && [...conditionChange(before, element), ...changesBetween(before, element)];
  return (
    <>
      {change.computed === 'added' && <Text size="sm">{t('returned', { version: against })}</Text>}
      {change.changes.length > 0 && (
        <List size="sm">
          {change.changes.map((each) => (
            <List.Item key={each}>{reasonText(each)}</List.Item>
          ))}
        </List>
      )}
      {texts && texts.length > 0 && <Changes changes={texts} labels={[t('version', { version: against }), t('now')]} />}
      {!isCurrent && (
        <Text size="sm" className="quiet">
          {t('waiting')}
        </Text>
      )}
      <ComparableChoice
        change={change}
        said={said}
        proposed={proposed}
        isWaiting={!isCurrent}
        help={t('reasonHelp')}
        error={isReasonMissing && t('reasonNeeded')}
        onSaid={(next) => {
          const judged = change.judged ?? '';
          apply((whole) => declare(whole, place, next && { version: against, ...next, judged }), {
            select: place,
            ...(next && said && next.comparable === said.comparable && { join: `${place} comparableWith` }),
          });
        }}
      />
    </>
  );
};
