import { Badge, Button, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProgrammes } from '../../api/programmes.ts';
import { useSession } from '../../api/session.ts';
import { type CreatedUser, type User, useNewSetupLink, useUserChange, useUsers } from '../../api/users.ts';
import { Loading } from '../../components/Loading.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { useText } from '../../components/useText.ts';
import { InviteUser } from './InviteUser.tsx';
import { SetupLink } from './SetupLink.tsx';

const UsersPage = () => {
  const { t } = useTranslation('users');
  const users = useUsers();
  const [inviting, setInviting] = useState(false);
  const [created, setCreated] = useState<CreatedUser>();
  if (users.isPending) return <Loading />;
  if (users.isError) return <ProblemNotice error={users.error} onAgain={() => users.refetch()} />;
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={<Button onClick={() => setInviting(true)}>{t('invite')}</Button>}
      />
      <UserTable users={users.data} onLink={setCreated} />
      <InviteUser
        opened={inviting}
        onClose={() => setInviting(false)}
        onCreated={(user) => {
          setInviting(false);
          setCreated(user);
        }}
      />
      <SetupLink created={created} onClose={() => setCreated(undefined)} />
    </>
  );
};
export default UsersPage;

const UserTable = ({ users, onLink }: { users: User[]; onLink: (created: CreatedUser) => void }) => {
  const { t } = useTranslation('users');
  const { t: common } = useTranslation();
  const change = useUserChange();
  const link = useNewSetupLink();
  const session = useSession();
  const failed = change.error ?? link.error;
  return (
    <Stack>
      {failed && <ProblemNotice error={failed} />}
      <Table.ScrollContainer minWidth={760}>
        <Table striped>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('name')}</Table.Th>
              <Table.Th>{t('role')}</Table.Th>
              <Table.Th>{t('access')}</Table.Th>
              <Table.Th>{t('status')}</Table.Th>
              <Table.Th style={{ textAlign: 'end' }}>{t('actions')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {users.map((user) => (
              <Table.Tr key={user.id}>
                <Table.Td>
                  <Text fw={600}>{user.name}</Text>
                  <Text size="sm" className="quiet">
                    {user.email}
                  </Text>
                </Table.Td>
                <Table.Td>{common(user.role)}</Table.Td>
                <Table.Td>
                  <AccessList user={user} />
                </Table.Td>
                <Table.Td>
                  <UserStatus user={user} />
                </Table.Td>
                <Table.Td>
                  <Group justify="end" gap="xs" wrap="nowrap">
                    <Button size="xs" variant="default" onClick={() => link.mutate(user.id, { onSuccess: onLink })}>
                      {t('newLink')}
                    </Button>
                    {user.id !== session.data?.user.id && (
                      <Button
                        size="xs"
                        variant="default"
                        onClick={() => change.mutate({ id: user.id, change: { disabled: !user.disabled } })}
                      >
                        {user.disabled ? t('enable') : t('disable')}
                      </Button>
                    )}
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
};

const AccessList = ({ user }: { user: User }) => {
  const { t } = useTranslation('users');
  const text = useText();
  const programmes = useProgrammes();
  if (user.role === 'administrator') return <Text size="sm">{t('everything')}</Text>;
  return user.access.map(({ programme, site }) => {
    const known = programmes.data?.find((each) => each.slug === programme);
    const place = known?.sites.find((each) => each.slug === site)?.title ?? site;
    return (
      <Text key={`${programme} ${site}`} size="sm">
        {known ? text(known.title) : programme}
        {place && ` · ${place}`}
      </Text>
    );
  });
};

const UserStatus = ({ user }: { user: User }) => {
  const { t } = useTranslation('users');
  if (user.disabled) return <Badge color="gray">{t('disabled')}</Badge>;
  if (!user.hasPassword) return <Text size="sm">{t('invited')}</Text>;
  return <Text size="sm">{t('active')}</Text>;
};
