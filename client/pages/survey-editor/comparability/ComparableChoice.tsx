// Whether answers to a changed question go together with earlier ones: as it is reckoned, or otherwise with a reason.
import { Radio, Stack, Text, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftComparison } from '../../../../server/contract/questionComparison.ts';

export interface Said {
  comparable: boolean;
  reason: string;
}
interface Props {
  change: Pick<DraftComparison, 'computed' | 'canContinue'>;
  /** undefined: as it is reckoned */
  said: Said | undefined;
  onSaid: (said: Said | undefined) => void;
  /** To begin the reason with, when it is said to be comparable. */
  proposed?: string | undefined;
  isWaiting?: boolean;
  help?: string;
  error?: string | false;
}

export const ComparableChoice = ({ change, said, onSaid, proposed, isWaiting = false, help, error }: Props) => {
  const { t } = useTranslation('comparability');
  const written = useRef(said?.reason ?? '');
  const { computed, canContinue } = change;
  if (!canContinue) return <Text size="sm">{t('otherKind')}</Text>;
  const reckoned = computed === 'comparable';
  const isComparable = said?.comparable ?? reckoned;
  const choose = (comparable: boolean) => {
    if (comparable === reckoned) return onSaid(undefined);
    onSaid({ comparable, reason: written.current || (comparable && proposed) || '' });
  };
  return (
    <Stack gap="xs">
      <Radio.Group
        label={t('choice')}
        value={isComparable ? 'comparable' : 'notComparable'}
        onChange={(value) => choose(value === 'comparable')}
      >
        <Stack gap={6} mt={6}>
          <Radio value="comparable" label={t('comparable')} disabled={isWaiting} />
          <Radio value="notComparable" label={t('notComparable')} disabled={isWaiting} />
        </Stack>
      </Radio.Group>
      {said && (
        <Textarea
          label={t(isComparable ? 'reasonComparable' : 'reasonNot')}
          description={help}
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={said.reason}
          error={error}
          onChange={(event) => {
            written.current = event.currentTarget.value;
            onSaid({ ...said, reason: event.currentTarget.value });
          }}
        />
      )}
    </Stack>
  );
};
