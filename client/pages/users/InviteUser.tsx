import { Button, Group, Modal, MultiSelect, Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../server/contract/session.ts';
import { useProgrammes } from '../../api/programmes.ts';
import { type CreatedUser, useNewUser } from '../../api/users.ts';
import { useFieldErrors } from '../../components/enrolment/useFieldErrors.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { useText } from '../../components/useText.ts';

interface Props {
  opened: boolean;
  onClose: () => void;
  onCreated: (created: CreatedUser) => void;
}

/** A coordinator is let in to sites, an evaluator to programmes. */
const accessOf = (role: Role, chosen: string[]) => {
  if (role === 'administrator') return [];
  return chosen.map((each) => {
    const [programme = '', site] = each.split(' ');
    return role === 'coordinator' && site ? { programme, site } : { programme };
  });
};

export const InviteUser = ({ opened, onClose, onCreated }: Props) => {
  const { t } = useTranslation('users');
  const { t: common } = useTranslation();
  const text = useText();
  const programmes = useProgrammes();
  const invite = useNewUser();
  const form = useForm({
    initialValues: { name: '', email: '', role: 'coordinator' as Role, chosen: [] as string[] },
    validate: {
      chosen: (chosen, { role }) => {
        if (role === 'administrator' || chosen.length > 0) return null;
        return role === 'coordinator' ? t('siteNeeded') : t('programmeNeeded');
      },
    },
  });
  const { role } = form.values;
  const fields = useFieldErrors(['not-valid'])(invite.error);
  const sites = (programmes.data ?? []).map((programme) => ({
    group: text(programme.title),
    items: programme.sites.map((site) => ({
      value: `${programme.slug} ${site.slug}`,
      label: `${site.title} (${text(programme.title)})`,
    })),
  }));
  const whole = (programmes.data ?? []).map((programme) => ({ value: programme.slug, label: text(programme.title) }));
  const send = ({ name, email, chosen }: typeof form.values) =>
    invite.mutate(
      { name, email: email.trim(), role, access: accessOf(role, chosen) },
      {
        onSuccess: (created) => {
          form.reset();
          onCreated(created);
        },
      },
    );
  return (
    <Modal
      closeButtonProps={{ 'aria-label': common('close') }}
      opened={opened}
      onClose={onClose}
      title={t('inviteTitle')}
      size="lg"
    >
      <form onSubmit={form.onSubmit(send)}>
        <Stack>
          <TextInput label={t('name')} required {...form.getInputProps('name')} error={fields.name} />
          <TextInput label={t('email')} type="email" required {...form.getInputProps('email')} error={fields.email} />
          <Radio.Group
            label={t('role')}
            value={role}
            onChange={(value) => form.setValues({ role: value as Role, chosen: [] })}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="coordinator" label={t('roleCoordinator')} />
              <Radio value="evaluator" label={t('roleEvaluator')} />
              <Radio value="administrator" label={t('roleAdministrator')} />
            </Stack>
          </Radio.Group>
          {role !== 'administrator' && (
            <MultiSelect
              label={role === 'coordinator' ? t('site') : t('programme')}
              data={role === 'coordinator' ? sites : whole}
              searchable
              required
              {...form.getInputProps('chosen')}
            />
          )}
          {invite.isError && <ProblemNotice error={invite.error} atFields={fields} />}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={invite.isPending}>
              {t('invite')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
