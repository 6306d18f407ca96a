// What was said of a question and is not used: it was about another wording or version, or nothing is changed any more.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DraftComparison } from '../../../api/surveys.ts';
import { Note } from '../designer/bank/Note.tsx';
import { useCanvas } from '../designer/context.ts';
import { type Declaration, declare } from '../designer/document/declarations.ts';
import type { Place } from '../designer/document/tree.ts';

interface Props {
  place: Place;
  said: Declaration;
  /** undefined while nothing is published */
  change?: DraftComparison;
  isCurrent: boolean;
}

export const Outdated = ({ place, said, change, isCurrent }: Props) => {
  const { t } = useTranslation('comparability');
  const { apply } = useCanvas();
  const { version, comparable, reason } = said;
  const { against = null, judged = null, canContinue = false, computed } = change ?? {};
  const say = (next: Declaration | undefined) => apply((whole) => declare(whole, place, next), { select: place });
  const why = () => {
    if (!change) return t('outdated.first');
    if (against === null || version > against) return t('outdated.notAsked', { version });
    if (version < against) return t('outdated.older', { version });
    return computed === 'unchanged' ? t('outdated.needless', { version }) : t('outdated.wording');
  };
  return (
    <Note isGrave title={t('outdatedTitle')}>
      <Stack gap="xs">
        <Text size="sm">{why()}</Text>
        <Text size="sm">{t('said', { said: t(comparable ? 'saidComparable' : 'saidNot', { reason }) })}</Text>
        <Group gap="xs">
          {against !== null && judged !== null && canContinue && (
            <Button
              size="xs"
              variant="default"
              disabled={!isCurrent}
              onClick={() => say({ ...said, version: against, judged })}
            >
              {t('stillHolds')}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => say(undefined)}>
            {t('remove')}
          </Button>
        </Group>
      </Stack>
    </Note>
  );
};
