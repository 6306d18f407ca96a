// Tokens with which Excel and Power BI fetch the results. Made and revoked at once: they are no part of the definition.
import { Alert, Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CreatedResultToken,
  type ResultToken,
  useNewResultToken,
  useResultTokens,
  useRevokedResultToken,
} from '../../api/resultTokens.ts';
import { CopyField } from '../../components/CopyField.tsx';
import { Loading } from '../../components/Loading.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { Section } from '../../components/Section.tsx';

export const TokensTab = ({ slug }: { slug: string }) => {
  const { t } = useTranslation('tokens');
  const tokens = useResultTokens(slug);
  const make = useNewResultToken(slug);
  return (
    <Stack>
      <Section title={t('title')}>
        <Stack>
          <Text>{t('lead')}</Text>
          {make.isError && <ProblemNotice error={make.error} />}
          <NewToken isPending={make.isPending} onMake={(label, done) => make.mutate(label, { onSuccess: done })} />
          {make.data && <Made created={make.data} />}
        </Stack>
      </Section>
      <Section title={t('list')}>
        {tokens.isPending && <Loading />}
        {tokens.isError && <ProblemNotice error={tokens.error} onAgain={() => tokens.refetch()} />}
        {tokens.data?.length === 0 && <Text className="quiet">{t('none')}</Text>}
        {tokens.data && tokens.data.length > 0 && <TokenTable slug={slug} tokens={tokens.data} />}
      </Section>
    </Stack>
  );
};

interface NewTokenProps {
  isPending: boolean;
  onMake: (label: string, done: () => void) => void;
}

const NewToken = ({ isPending, onMake }: NewTokenProps) => {
  const { t } = useTranslation('tokens');
  const [label, setLabel] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const make = (event: FormEvent) => {
    event.preventDefault();
    setEmpty(label.trim() === '');
    if (label.trim() !== '') onMake(label.trim(), () => setLabel(''));
  };
  return (
    <form onSubmit={make}>
      <Group align="end">
        <TextInput
          label={t('label')}
          description={t('labelHelp')}
          maxLength={100}
          value={label}
          error={isEmpty && t('labelMissing')}
          onChange={(event) => setLabel(event.currentTarget.value)}
          style={{ flex: 1, minWidth: 200, maxWidth: 420 }}
        />
        <Button type="submit" loading={isPending}>
          {t('make')}
        </Button>
      </Group>
    </form>
  );
};

const Made = ({ created }: { created: CreatedResultToken }) => {
  const { t } = useTranslation('tokens');
  return (
    <Alert color="pine" variant="light" role="status" title={t('made', { label: created.label })}>
      <Stack>
        <Text>{t('once')}</Text>
        <CopyField label={t('address')} value={created.address} />
        <CopyField label={t('token')} value={created.token} />
        <Text>{t('howExcel')}</Text>
        <Text>{t('howHeader')}</Text>
      </Stack>
    </Alert>
  );
};

const TokenTable = ({ slug, tokens }: { slug: string; tokens: ResultToken[] }) => {
  const { t } = useTranslation('tokens');
  const revoke = useRevokedResultToken(slug);
  const ask = ({ id, label }: ResultToken) =>
    modals.openConfirmModal({
      title: t('revokeTitle', { label }),
      children: <Text>{t('revokeText')}</Text>,
      labels: { confirm: t('revoke'), cancel: t('keep') },
      confirmProps: { color: 'red' },
      onConfirm: () => revoke.mutate(id),
    });
  return (
    <>
      {revoke.isError && <ProblemNotice error={revoke.error} />}
      <Table>
        <Table.Tbody>
          {tokens.map((token) => (
            <Table.Tr key={token.id}>
              <Table.Td>
                <Text fw={600}>{token.label}</Text>
                <Text size="sm" className="quiet">
                  {t('about', { ...token, lastUsedOn: token.lastUsedOn ?? t('never') })}
                </Text>
              </Table.Td>
              <Table.Td ta="right">
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('revokeOne', { label: token.label })}
                  onClick={() => ask(token)}
                >
                  {t('revoke')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
};
