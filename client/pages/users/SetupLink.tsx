import { Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CreatedUser } from '../../api/users.ts';
import { CopyField } from '../../components/CopyField.tsx';

const mailWords = { sent: 'linkSent', kept: 'linkKept', failed: 'linkNotSent' } as const;

/** The link is shown this once. */
export const SetupLink = ({ created, onClose }: { created: CreatedUser | undefined; onClose: () => void }) => {
  const { t } = useTranslation('users');
  const { t: common } = useTranslation();
  return (
    <Modal
      closeButtonProps={{ 'aria-label': common('close') }}
      opened={created !== undefined}
      onClose={onClose}
      title={t('linkTitle')}
      size="lg"
    >
      {created && (
        <Stack>
          <Text>
            {t('linkLead')} {t(mailWords[created.mail], { email: created.user.email })}
          </Text>
          <CopyField label={t('linkTitle')} value={created.setupLink} />
        </Stack>
      )}
    </Modal>
  );
};
