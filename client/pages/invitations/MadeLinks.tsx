import { Button, CopyButton, Group, Modal, ScrollArea, Stack, Text, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CreatedInvitations } from '../../api/invitations.ts';

const save = (links: string[]) => {
  const address = URL.createObjectURL(new Blob([`${links.join('\n')}\n`], { type: 'text/plain' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = 'links.txt';
  anchor.click();
  URL.revokeObjectURL(address);
};

const printable = 60;

/** Shown this once: copied, saved or printed as QR codes, then gone. */
export const MadeLinks = ({ made, onClose }: { made: CreatedInvitations | undefined; onClose: () => void }) => {
  const { t } = useTranslation('invitations');
  const { t: common } = useTranslation();
  const links = made?.links ?? [];
  const close = () => window.confirm(t('closeWarning')) && onClose();
  return (
    <Modal
      closeButtonProps={{ 'aria-label': common('close') }}
      opened={made !== undefined}
      onClose={close}
      title={t('madeTitle', { count: links.length })}
      size="xl"
      closeOnClickOutside={false}
    >
      <Stack className="no-print">
        <Text>{t('madeLead')}</Text>
        <Group>
          <CopyButton value={links.join('\n')}>
            {({ copied, copy }) => <Button onClick={copy}>{copied ? common('copied') : t('copyAll')}</Button>}
          </CopyButton>
          <Button variant="default" onClick={() => save(links)}>
            {t('download')}
          </Button>
          {links.length <= printable && (
            <Button variant="default" onClick={() => window.print()}>
              {t('print')}
            </Button>
          )}
        </Group>
        <Textarea
          aria-label={t('madeTitle', { count: links.length })}
          readOnly
          autosize
          minRows={3}
          maxRows={10}
          value={links.join('\n')}
        />
      </Stack>
      {links.length <= printable && (
        <ScrollArea.Autosize mah={320} mt="md">
          <Group gap="md">
            {links.map((link) => (
              <QrCode key={link} link={link} />
            ))}
          </Group>
        </ScrollArea.Autosize>
      )}
    </Modal>
  );
};

const QrCode = ({ link }: { link: string }) => {
  const [picture, setPicture] = useState('');
  useEffect(() => {
    import('qrcode').then(({ toDataURL }) => toDataURL(link, { margin: 1, width: 240 })).then(setPicture);
  }, [link]);
  return picture ? <img src={picture} width={120} height={120} alt={link} /> : null;
};
