import { Anchor, Badge, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ItemSummary } from '../../api/items.ts';
import { useProgrammes } from '../../api/programmes.ts';
import { itemPath } from '../../components/item/address.ts';
import { dayText } from '../../components/survey/dates.ts';
import { useText } from '../../components/useText.ts';

export const ItemTable = ({ items }: { items: readonly ItemSummary[] }) => {
  const { t } = useTranslation('items');
  return (
    <Table.ScrollContainer minWidth={520}>
      <Table striped highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('question')}</Table.Th>
            <Table.Th w={130}>{t('version', { version: '' }).trim()}</Table.Th>
            <Table.Th w={190}>{t('used')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Row key={item.name} item={item} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};

const Row = ({ item }: { item: ItemSummary }) => {
  const { t } = useTranslation('items');
  const text = useText();
  const programmes = useProgrammes();
  const { name, programme, question, version, at, used } = item;
  const owner = programmes.data?.find(({ slug }) => slug === programme);
  const uses = [
    used.drafts > 0 && t('usedDrafts', { count: used.drafts }),
    used.published > 0 && t('usedPublished', { count: used.published }),
  ].filter((each) => each !== false);
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={itemPath(name)} fw={600}>
          {text(question.title as Record<string, string>) || name}
        </Anchor>
        <Group gap="xs">
          <Text size="xs" className="quiet" ff="monospace">
            {name}
          </Text>
          {question.draft === true && (
            <Badge variant="outline" color="yellow" c="#7a4b00" tt="none" title={t('proposalHelp')}>
              {t('proposal')}
            </Badge>
          )}
        </Group>
        {programme !== null && <Text size="xs">{t('ownItem', { programme: text(owner?.title) || programme })}</Text>}
      </Table.Td>
      <Table.Td>
        <Text size="sm">{version}</Text>
        <Text size="xs" className="quiet">
          {dayText(at)}
        </Text>
      </Table.Td>
      <Table.Td>
        {uses.length === 0 ? (
          <Text size="sm" className="quiet">
            {t('usedNowhere')}
          </Text>
        ) : (
          uses.map((each) => (
            <Text size="sm" key={each}>
              {each}
            </Text>
          ))
        )}
      </Table.Td>
    </Table.Tr>
  );
};
