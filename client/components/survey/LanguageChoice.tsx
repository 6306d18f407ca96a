import { languageName } from '../../text/respond/languages.ts';

interface Props {
  label: string;
  languages: string[];
  language: string;
  onChange: (language: string) => void;
}

export const LanguageChoice = ({ label, languages, language, onChange }: Props) => {
  if (languages.length < 2) return null;
  return (
    <label className="language">
      <span className="unseen">{label}</span>
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
        <circle cx="12" cy="12" r="9" />
        <path d="M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18" />
      </svg>
      <select value={language} onChange={(event) => onChange(event.target.value)}>
        {languages.map((each) => (
          <option key={each} value={each} lang={each}>
            {languageName(each)}
          </option>
        ))}
      </select>
    </label>
  );
};
