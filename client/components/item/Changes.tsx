import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf, languageNames } from '../../text/respond/languages.ts';
import { items } from '../../text/sv/items.ts';
import { type Change, changesMeaning } from './changes.ts';
import './item.css';

const isKnown = (name: string): name is keyof typeof items.properties => Object.hasOwn(items.properties, name);
const fewest = 6;

/** Each with what stood before and what stands now beside it, what changes the meaning first. */
export const Changes = ({ changes }: { changes: readonly Change[] }) => {
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
          <Line key={JSON.stringify([change.path, change.language])} change={change} />
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

const Line = ({ change: { path, language, before, after } }: { change: Change }) => {
  const { t } = useTranslation('items');
  const [first = '', ...rest] = path;
  const name = isKnown(first) ? t(`properties.${first}`) : first;
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
        {language !== undefined && ` (${languageNames[language] ?? language})`}
      </span>
      <div className="sides">
        {side('del', t('before'), before)}
        {side('ins', t('after'), after)}
      </div>
    </li>
  );
};
