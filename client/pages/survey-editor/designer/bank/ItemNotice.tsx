// At a question that comes from the bank: how it differs from there, and what is new there.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Item, type ItemSummary, useItem } from '../../../../api/items.ts';
import { Changes } from '../../../../components/item/Changes.tsx';
import { changesBetween, changesMeaning } from '../../../../components/item/changes.ts';
import { type Reference, referenceOf } from '../../../../components/item/question.ts';
import { ComparisonStatus } from '../../../../components/survey/ComparisonStatus.tsx';
import { useNames } from '../canvas/names.ts';
import { cardId, useCanvas } from '../context.ts';
import { type Banked, differencesFrom, isProposed, keepOld, letGo, takeOver } from '../document/items.ts';
import type { Changed } from '../document/operations.ts';
import type { Json, Place } from '../document/tree.ts';
import { useBank } from './context.tsx';
import { Note } from './Note.tsx';

interface Props {
  element: Json;
  place: Place;
}

export const ItemNotice = ({ element, place }: Props) => {
  const { t } = useTranslation('items');
  const { items } = useBank();
  const reference = referenceOf(element);
  if (!reference || !items) return null;
  const item = items.get(reference.name);
  if (!item)
    return (
      <Note>
        <Stack gap="xs">
          <Text size="sm">{t('unknownText', { name: reference.name })}</Text>
          <LetGo element={element} place={place} />
        </Stack>
      </Note>
    );
  return <Known {...{ element, place, reference, item }} />;
};

const Known = ({ element, place, reference, item }: Props & { reference: Reference; item: ItemSummary }) => {
  const isLatest = item.version === reference.version;
  const history = useItem(item.name, !isLatest).data;
  const own = isLatest ? item.question : versionOf(history, reference.version)?.question;
  const standing = own && { name: item.name, version: reference.version, question: own };
  return (
    <>
      {isProposed(reference, item.version) && <Newer {...{ element, place, item, history, standing }} />}
      {standing && <Differs {...{ element, place, standing }} />}
    </>
  );
};
const versionOf = (item: Item | undefined, version: number) => item?.versions.find((each) => each.version === version);

/** Does it, says so, and leaves the keyboard on the card. */
const useAct = ({ element, place }: Props) => {
  const { apply, focus, say } = useCanvas();
  const { titleOf } = useNames();
  return (make: (definition: Json) => Changed | undefined, words: (name: string) => string) => {
    if (!apply(make, { select: place })) return;
    focus(cardId(place));
    say(words(titleOf(element)));
  };
};

const LetGo = ({ element, place }: Props) => {
  const { t } = useTranslation('items');
  const act = useAct({ element, place });
  return (
    <Group>
      <Button
        variant="default"
        size="xs"
        onClick={() =>
          act(
            (whole) => letGo(whole, place),
            (name) => t('letWent', { name }),
          )
        }
      >
        {t('letGo')}
      </Button>
    </Group>
  );
};

const Differs = ({ element, place, standing }: Props & { standing: Banked }) => {
  const { t } = useTranslation('items');
  const act = useAct({ element, place });
  const changes = differencesFrom(standing, element);
  if (changes.length === 0) return null;
  const isGrave = changes.some(changesMeaning);
  const { version } = standing;
  return (
    <Note isGrave={isGrave} title={t(isGrave ? 'differsTitle' : 'differsLightly', { version })}>
      <Stack gap="xs">
        <Text size="sm">{t(isGrave ? 'differsText' : 'differsLightlyText')}</Text>
        <Changes changes={changes} labels={[t('inBank'), t('here')]} />
        <Group gap="xs">
          <Button
            variant="default"
            size="xs"
            onClick={() =>
              act(
                (whole) => takeOver(whole, place, standing),
                (name) => t('tookBack', { name }),
              )
            }
          >
            {t('takeBack')}
          </Button>
          <LetGo element={element} place={place} />
        </Group>
      </Stack>
    </Note>
  );
};

interface NewerProps extends Props {
  item: ItemSummary;
  history: Item | undefined;
  /** As the version that stands here was saved; undefined until the history is there. */
  standing: Banked | undefined;
}

const Newer = ({ element, place, item, history, standing }: NewerProps) => {
  const { t } = useTranslation('items');
  const act = useAct({ element, place });
  if (!standing || !history) return null;
  const { version } = standing;
  const since = history.versions.filter((each) => each.version > version);
  const changes = changesBetween(standing.question, item.question);
  const isSame = differencesFrom(item, element).length === 0;
  const isChanged = !isSame && differencesFrom(standing, element).length > 0;
  return (
    <Note isGrave title={t('newerTitle', { version: item.version })}>
      <Stack gap="xs">
        <Text size="sm">{isSame ? t('newerSame', { version }) : t('newerText', { version })}</Text>
        {since.map(({ version: number, note, comparison }) => (
          <Group key={number} gap="xs">
            <Text size="sm" fw={600}>
              {t('version', { version: number })}
            </Text>
            {comparison && <ComparisonStatus status={comparison.status} />}
            <Text size="sm">{note}</Text>
          </Group>
        ))}
        {!isSame && (
          <Changes changes={changes} labels={[t('version', { version }), t('version', { version: item.version })]} />
        )}
        {isChanged && <Text size="sm">{t('newerChanged')}</Text>}
        <Group gap="xs">
          <Button
            size="xs"
            onClick={() =>
              act(
                (whole) => takeOver(whole, place, item),
                (name) => t('tookOver', { name, version: item.version }),
              )
            }
          >
            {t('takeOver', { version: item.version })}
          </Button>
          <Button
            variant="default"
            size="xs"
            onClick={() =>
              act(
                (whole) => keepOld(whole, place, item.version),
                (name) => t('kept', { name }),
              )
            }
          >
            {t('keepOld', { version })}
          </Button>
        </Group>
      </Stack>
    </Note>
  );
};
