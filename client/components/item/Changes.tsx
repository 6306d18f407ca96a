import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf, languageName } from '../../text/respond/languages.ts';
import { items } from '../../text/sv/items.ts';
import { type Change, changesMeaning } from './changes.ts';
import './item.css';

const isKnown = (name: string): name is keyof typeof items.properties => Object.hasOwn(items.properties, name);
const fewest = 6;

interface Props {
  changes: readonly Change[];
  /** Where each side stands. */
  labels: readonly [before: string, after: string];
}

/** Each with what stands on either side, what changes the meaning first. */
export const Changes = ({ changes, labels }: Props) => {
  const { t } = useTranslation('items');
  const [isWhole, setWhole] = useState(false);
  if (changes.length === 0) return <Text size="sm">{t('noChanges')}</Text>;
  const sorted = changes.toSorted((one, other) => Number(changesMeaning(other)) - Number(changesMeaning(one)));
  const shown = isWhole ? sorted : sorted.slice(0, fewest);
  const left = sorted.length - shown.length;
  return (
    <div>
      <ul className="item-changes">
        {shown.map((change) => (
          <Line key={JSON.stringify([change.path, change.language])} change={change} labels={labels} />
        ))}
      </ul>
      {left > 0 && (
        <button type="button" className="more-changes" onClick={() => setWhole(true)}>
          {t('more', { count: left })}
        </button>
      )}
    </div>
  );
};

const Line = ({
  change: { path, language, before, after },
  labels: [first, second],
}: Pick<Props, 'labels'> & { change: Change }) => {
  const { t } = useTranslation('items');
  const [property = '', ...rest] = path;
  const name = isKnown(property) ? t(`properties.${property}`) : property;
  const where = [name, ...rest].join(' › ');
  const words = (text: string | undefined) => {
    if (text === undefined) return t('nothing');
    if (language !== undefined || (text !== 'true' && text !== 'false')) return text;
    return t(text === 'true' ? 'yes' : 'no');
  };
  const side = (Tag: 'del' | 'ins', label: string, text: string | undefined) => (
    <div className={`side ${Tag}`}>
      <span className="side-label">{label}</span>
      <Tag lang={language} dir={language && text !== undefined ? directionOf(language) : undefined}>
        {words(text)}
      </Tag>
    </div>
  );
  return (
    <li>
      <span className="change-name">
        {where}
        {language !== undefined && ` (${languageName(language)})`}
      </span>
      <div className="sides">
        {side('del', first, before)}
        {side('ins', second, after)}
      </div>
    </li>
  );
};
