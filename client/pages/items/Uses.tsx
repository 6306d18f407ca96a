import { Anchor, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ItemUse } from '../../api/items.ts';
import { editPath, versionPath } from '../../components/survey/address.ts';
import { useText } from '../../components/useText.ts';

/** Drafts and published versions that have the question, and in which version of it. */
export const Uses = ({ uses, latest }: { uses: readonly ItemUse[]; latest: number }) => {
  const { t } = useTranslation('items');
  const text = useText();
  if (uses.length === 0) return <Text className="quiet">{t('usesNone')}</Text>;
  return (
    <Table.ScrollContainer minWidth={480}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('survey')}</Table.Th>
            <Table.Th>{t('where')}</Table.Th>
            <Table.Th>{t('questionName')}</Table.Th>
            <Table.Th className="figure">{t('itemVersion')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {uses.map((use) => {
            const { survey: name, programme, version, question, itemVersion } = use;
            const to = version === null ? editPath({ name, programme }) : versionPath({ name, programme }, version);
            return (
              <Table.Tr key={JSON.stringify([programme, name, version, question])}>
                <Table.Td>
                  <Anchor component={Link} to={to}>
                    {text(use.title) || name}
                  </Anchor>
                </Table.Td>
                <Table.Td>{version === null ? t('draft') : t('publishedVersion', { version })}</Table.Td>
                <Table.Td ff="monospace">{question}</Table.Td>
                <Table.Td className="figure">
                  {itemVersion}
                  {itemVersion < latest && ` (${t('older')})`}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};
