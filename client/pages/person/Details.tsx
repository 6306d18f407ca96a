import { useTranslation } from 'react-i18next';
import './person.css';

/** Names and values; a value that is not known is a dash. */
export const Details = ({ rows }: { rows: readonly (readonly [string, string | number | null | undefined])[] }) => {
  const { t } = useTranslation('person');
  return (
    <dl className="details">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === null || value === undefined || value === '' ? t('unknown') : value}</dd>
        </div>
      ))}
    </dl>
  );
};
