import { Alert, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OtherWriter } from './useWriters.ts';
import type { Writing } from './useWriting.ts';

/** Who is here too, and that what they saved has been taken up. */
export const Writers = ({ others, writing }: { others: readonly OtherWriter[]; writing: Writing }) => {
  const { t } = useTranslation('designer');
  const { t: common } = useTranslation();
  const { meeting, theirs } = writing;
  const words = ({ name, question, isMe }: OtherWriter) => {
    const who = isMe ? t('myOtherTab') : name;
    return question ? t('writerAt', { who, question }) : who;
  };
  return (
    <>
      {others.length > 0 && (
        <Group gap={6} mb="xs" role="status">
          <span aria-hidden="true">●</span>
          <Text size="sm">{t('alsoHere', { who: [...new Set(others.map(words))].join(', ') })}</Text>
        </Group>
      )}
      {meeting && !theirs && (
        <Alert
          color="gray"
          mb="sm"
          role="status"
          withCloseButton
          onClose={writing.closeMeeting}
          closeButtonLabel={common('close')}
        >
          {meeting.name === '' ? t('metPublished') : t('met', { name: meeting.name })}
        </Alert>
      )}
    </>
  );
};
