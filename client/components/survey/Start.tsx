import type { RespondPage } from '../../../server/contract/respond.ts';
import { fill, textIn } from '../../text/respond/languages.ts';
import type { RespondText } from '../../text/respond/sv.ts';

interface Props {
  page: Pick<RespondPage, 'programme' | 'site' | 'definition' | 'whoSees' | 'information' | 'machineTranslated'> & {
    /** Unknown in a preview. */
    minutes?: number;
  };
  language: string;
  text: RespondText;
  begun: boolean;
  onStart: () => void;
}

const countPages = (definition: Record<string, unknown>) =>
  Array.isArray(definition.pages) ? definition.pages.length : 1;

/** Who sees the answers and that it is voluntary come before the first question. */
export const Start = ({ page, language, text, begun, onStart }: Props) => {
  const pages = countPages(page.definition);
  return (
    <main className="sheet">
      <p className="from">
        {textIn(page.programme.title, language)}
        {page.site && ` · ${page.site.title}`}
      </p>
      <h1>{textIn(page.definition.title, language)}</h1>
      <h2>{text.startLead}</h2>
      <p className="who-sees">{textIn(page.whoSees, language)}</p>
      <p>
        {fill(text.pagesCount, { n: pages })}
        {page.minutes !== undefined && ` ${fill(text.minutesCount, { minutes: page.minutes })}`}
      </p>
      {page.machineTranslated.includes(language) && <p className="note">{text.machineTranslated}</p>}
      <button type="button" className="primary" onClick={onStart}>
        {begun ? text.goOn : text.start}
      </button>
      <details>
        <summary>{text.more}</summary>
        <p>{textIn(page.information, language)}</p>
      </details>
    </main>
  );
};
