import { Badge, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  personDone: boolean;
  coordinatorDone: boolean;
  onPerson: () => void;
  onCoordinator: () => void;
}

/** Which half is in, and whose turn it is. */
export const Halves = ({ personDone, coordinatorDone, onPerson, onCoordinator }: Props) => {
  const { t } = useTranslation('card');
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Half title={t('person')} lead={t('personLead')} done={personDone} action={t('handOver')} onStart={onPerson} />
      <Half
        title={t('coordinator')}
        lead={t('coordinatorLead')}
        done={coordinatorDone}
        action={t('rate')}
        onStart={onCoordinator}
      />
    </SimpleGrid>
  );
};

interface HalfProps {
  title: string;
  lead: string;
  done: boolean;
  action: string;
  onStart: () => void;
}
const Half = ({ title, lead, done, action, onStart }: HalfProps) => {
  const { t } = useTranslation('card');
  return (
    <Paper component="section" withBorder p="lg" radius="md" aria-label={title}>
      <Stack h="100%" justify="space-between">
        <div>
          <Group justify="space-between" mb="xs">
            <Title order={2}>{title}</Title>
            <Badge
              variant={done ? 'filled' : 'outline'}
              tt="none"
              leftSection={<span aria-hidden="true">{done ? '✓' : '–'}</span>}
            >
              {done ? t('isIn') : t('notYet')}
            </Badge>
          </Group>
          <Text className="quiet">{done ? t('hiddenUntilBoth') : lead}</Text>
        </div>
        {!done && (
          <Button size="md" onClick={onStart}>
            {action}
          </Button>
        )}
      </Stack>
    </Paper>
  );
};
