// One copy of the definition is changed by all tabs and saved as a whole, under the revision it was read at.
import { Affix, Button, Group, Paper, Stack, Tabs, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProgrammeInput } from '../../../server/contract/programme.ts';
import type { ProgrammeDocument } from '../../api/programmes.ts';
import { useFieldErrors } from '../../components/enrolment/useFieldErrors.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { useLeaveGuard } from '../../components/useLeaveGuard.ts';
import { BasicsTab } from './BasicsTab.tsx';
import { CodesTab } from './CodesTab.tsx';
import { ErrorCount } from './ErrorCount.tsx';
import { GoalsTab } from './GoalsTab.tsx';
import { JsonTab } from './JsonTab.tsx';
import { TokensTab } from './TokensTab.tsx';
import { useDefinitionDraft } from './useDefinitionDraft.ts';
import { WavesTab } from './WavesTab.tsx';

export interface TabProps {
  draft: ProgrammeInput;
  /** As it is stored. */
  saved: ProgrammeDocument['definition'];
  change: (part: Partial<ProgrammeInput>) => void;
  /** What the server says of a field, by its path below the definition: 'sites.0.title'. */
  errorAt: (path: string) => string | undefined;
  /** How many fields at or below a path are refused: 'goals.3'. */
  errorsUnder: (path: string) => number;
}
const partsOf = {
  basics: ['title', 'start', 'end', 'sites', 'suppression', 'ageBands', 'activityBands'],
  codes: ['codes', 'fields'],
  waves: ['waves'],
  goals: ['goals'],
  tokens: [],
  json: [],
} as const;
const tabs = ['basics', 'codes', 'waves', 'goals', 'tokens', 'json'] as const;

export const Settings = ({ document }: { document: ProgrammeDocument }) => {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const { round, draft, setDraft, saved, dirty, save, store, discard } = useDefinitionDraft(document);
  const fields = useFieldErrors(['not-valid'])(save.error);
  const props: TabProps = {
    draft,
    saved,
    change: (part) => setDraft((was) => ({ ...was, ...part })),
    errorAt: (path) => fields[`definition.${path}`],
    errorsUnder: (path) => Object.keys(fields).filter((each) => `${each}.`.startsWith(`definition.${path}.`)).length,
  };
  const errorsIn = (tab: (typeof tabs)[number]) => partsOf[tab].reduce((sum, part) => sum + props.errorsUnder(part), 0);
  useLeaveGuard(dirty);
  return (
    <Stack pb={80}>
      {save.isError && <ProblemNotice error={save.error} atFields={fields} />}
      <Tabs defaultValue="basics" keepMounted={false}>
        <Tabs.List mb="md">
          {tabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab} rightSection={<ErrorCount count={errorsIn(tab)} />}>
              {t(tab)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="basics">
          <BasicsTab key={round} {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="codes">
          <CodesTab key={round} {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="waves">
          <WavesTab key={round} {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="goals">
          <GoalsTab key={round} {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="tokens">
          <TokensTab slug={saved.slug} />
        </Tabs.Panel>
        <Tabs.Panel value="json">
          <JsonTab key={round} {...props} replace={setDraft} />
        </Tabs.Panel>
      </Tabs>
      {dirty && (
        <Affix position={{ bottom: 12, left: 12, right: 12 }} zIndex={90}>
          <Paper withBorder shadow="md" p="sm" maw={720} mx="auto" role="status">
            <Group justify="space-between">
              <Text size="sm">{t('unsaved')}</Text>
              <Group gap="xs">
                <Button variant="default" onClick={discard}>
                  {t('discard')}
                </Button>
                <Button onClick={store} loading={save.isPending}>
                  {common('save')}
                </Button>
              </Group>
            </Group>
          </Paper>
        </Affix>
      )}
    </Stack>
  );
};
