// Makes a personal link and shows it this once, as text and as a QR code, or mails it.
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EnrolmentPage } from '../../../server/contract/enrolment.ts';
import { useNewInvitations } from '../../api/invitations.ts';
import { CopyField } from '../../components/CopyField.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { QrCode } from '../../components/QrCode.tsx';
import { useSurveyName } from './useSurveyName.ts';

export type LinkSurvey = 'exit' | 'treatment';
interface Props {
  slug: string;
  page: EnrolmentPage;
  survey: LinkSurvey | undefined;
  onClose: () => void;
}

export const LinkModal = ({ survey, onClose, ...rest }: Props) => {
  const { t } = useTranslation('person');
  const { t: common } = useTranslation();
  const nameOf = useSurveyName();
  return (
    <Modal
      opened={survey !== undefined}
      onClose={onClose}
      title={survey && t('linkTitle', { survey: nameOf(survey).toLocaleLowerCase() })}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {survey && <Making survey={survey} onClose={onClose} {...rest} />}
    </Modal>
  );
};

const Making = ({ slug, page, survey, onClose }: Props & { survey: LinkSurvey }) => {
  const { t } = useTranslation('person');
  const nameOf = useSurveyName();
  const make = useNewInvitations(slug);
  const { email } = page.contact;
  const create = (send: boolean) => make.mutate({ survey, enrolments: [page.enrolment], send });
  const link = make.data?.links[0];
  return (
    <Stack>
      {survey === 'treatment' && <Text size="sm">{t('anonymousNote')}</Text>}
      {!make.data && (
        <Stack gap="xs" align="start">
          {email ? (
            <Button onClick={() => create(true)} loading={make.isPending}>
              {t('mailIt', { email })}
            </Button>
          ) : (
            <Text>{t('noAddress')}</Text>
          )}
          <Button variant={email ? 'default' : 'filled'} onClick={() => create(false)} loading={make.isPending}>
            {t('showIt')}
          </Button>
        </Stack>
      )}
      {make.isError && <ProblemNotice error={make.error} />}
      {make.data && make.variables && 'send' in make.variables && make.variables.send && (
        <Alert role="status" color={make.data.sent > 0 ? 'pine' : 'red'}>
          {make.data.sent === 0 ? t('notMailed') : t(make.data.kept ? 'mailKept' : 'mailed', { email })}
        </Alert>
      )}
      {link && (
        <>
          <Text>{t('linkOnce')}</Text>
          <CopyField label={t('linkTitle', { survey: nameOf(survey).toLocaleLowerCase() })} value={link} />
          <QrCode link={link} label={t('qr')} />
          <Group justify="end">
            <Button onClick={onClose}>{t('closeLink')}</Button>
          </Group>
        </>
      )}
    </Stack>
  );
};
