// The right to be forgotten: everything that bears the person's name goes, and can't be had back.
import { Button, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { EnrolmentPage } from '../../../server/contract/enrolment.ts';
import { useErasure } from '../../api/enrolments.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { Section } from '../../components/Section.tsx';

interface Props {
  slug: string;
  page: EnrolmentPage;
}

export const ErasureSection = ({ slug, page }: Props) => {
  const { t } = useTranslation('erasure');
  const { t: common } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <Section title={t('title')}>
      <Group justify="space-between" align="center">
        <Text style={{ flex: '1 1 20rem' }}>{t('lead')}</Text>
        <Button variant="outline" color="red.9" onClick={() => setAsking(true)}>
          {t('erase')}
        </Button>
      </Group>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('erase')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <Confirm slug={slug} page={page} onClose={() => setAsking(false)} />
      </Modal>
    </Section>
  );
};

const Confirm = ({ slug, page, onClose }: Props & { onClose: () => void }) => {
  const { t } = useTranslation('erasure');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const erasure = useErasure(slug, page.enrolment);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const others = page.otherEnrolments.map((each) => each.enrolment);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isSame = typed.trim().toUpperCase() === page.enrolment.toUpperCase();
    setWrong(!isSame);
    if (!isSame) return;
    erasure.mutate(undefined, {
      onSuccess: ({ rows }) => {
        notifications.show({ message: t('done', { enrolment: page.enrolment, count: rows }) });
        navigate(`/programmes/${slug}/people`, { replace: true });
      },
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <List spacing={4}>
          <List.Item>{t('goes')}</List.Item>
          {others.length > 0 && <List.Item>{t('goesToo', { enrolments: others.join(', ') })}</List.Item>}
          <List.Item>{t('stays')}</List.Item>
          <List.Item>{t('backups')}</List.Item>
        </List>
        <TextInput
          label={t('type', { enrolment: page.enrolment })}
          value={typed}
          autoComplete="off"
          data-autofocus
          error={isWrong && t('wrong', { enrolment: page.enrolment })}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {erasure.isError && <ProblemNotice error={erasure.error} />}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" color="red.9" loading={erasure.isPending}>
            {t('eraseForGood')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
