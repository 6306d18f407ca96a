import { Badge, Button, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnrolmentPage } from '../../../server/contract/enrolment.ts';
import type { Programme } from '../../../server/contract/programme.ts';
import { useDeleteIntervention } from '../../api/enrolments.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { Section } from '../../components/Section.tsx';
import { useNumbers } from '../../components/useNumbers.ts';
import { useText } from '../../components/useText.ts';
import { type Intervention, InterventionForm } from './InterventionForm.tsx';
import { isParallel } from './parallel.ts';
import { RemoveButton } from './RemoveButton.tsx';
import { decimalsOf } from './useHoursInput.ts';

interface Props {
  programme: Programme;
  page: EnrolmentPage;
}

export const InterventionSection = ({ programme, page }: Props) => {
  const { t } = useTranslation('person');
  const types = programme.codes.intervention;
  const [editing, setEditing] = useState<Intervention | 'new'>();
  return (
    <Section
      title={t('interventions')}
      actions={
        types.length > 0 && (
          <Button variant="default" onClick={() => setEditing('new')}>
            {t('addIntervention')}
          </Button>
        )
      }
    >
      {page.interventions.length === 0 && <Text>{types.length > 0 ? t('interventionsEmpty') : t('noTypes')}</Text>}
      {page.interventions.length > 0 && <InterventionTable programme={programme} page={page} onEdit={setEditing} />}
      <InterventionForm
        programme={programme}
        enrolment={page.enrolment}
        editing={editing}
        onClose={() => setEditing(undefined)}
      />
    </Section>
  );
};

const InterventionTable = ({ programme, page, onEdit }: Props & { onEdit: (one: Intervention) => void }) => {
  const { t } = useTranslation('person');
  const { t: common } = useTranslation();
  const text = useText();
  const { decimal } = useNumbers();
  const remove = useDeleteIntervention(programme.slug, page.enrolment);
  const codeOf = (type: string) => programme.codes.intervention.find((code) => code.value === type);
  const nameOf = (type: string) => text(codeOf(type)?.title) || type;
  return (
    <Stack gap="xs">
      {remove.isError && <ProblemNotice error={remove.error} />}
      <Table.ScrollContainer minWidth={620}>
        <Table striped aria-label={t('interventions')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('type')}</Table.Th>
              <Table.Th>{t('from')}</Table.Th>
              <Table.Th>{t('to')}</Table.Th>
              <Table.Th className="figure">{t('hours')}</Table.Th>
              <Table.Th w={130} aria-hidden="true" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {page.interventions.map((one) => (
              <Table.Tr key={`${one.type} ${one.start}`}>
                <Table.Td>
                  <Group gap="xs">
                    {nameOf(one.type)}
                    {codeOf(one.type)?.jobFocused && (
                      <Badge variant="outline" tt="none">
                        ◆ {t('jobFocused')}
                      </Badge>
                    )}
                    {isParallel(one, page.interventions) && (
                      <Badge variant="outline" color="gray.8" tt="none" title={t('parallelHelp')}>
                        ∥ {t('parallel')}
                      </Badge>
                    )}
                  </Group>
                </Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>{one.start}</Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>{one.end ?? t('still')}</Table.Td>
                <Table.Td className="figure">
                  {one.hoursPerWeek === null ? t('unknown') : decimal(one.hoursPerWeek, decimalsOf(one.hoursPerWeek))}
                </Table.Td>
                <Table.Td>
                  <Group gap={4} justify="end" wrap="nowrap">
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={`${common('edit')}: ${nameOf(one.type)} ${one.start}`}
                      onClick={() => onEdit(one)}
                    >
                      {common('edit')}
                    </Button>
                    <RemoveButton
                      label={t('removeIntervention', { type: nameOf(one.type), start: one.start })}
                      consequence={t('removeInterventionText')}
                      onRemove={() => remove.mutate({ type: one.type, start: one.start })}
                    />
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
