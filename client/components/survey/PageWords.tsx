import { textIn } from '../../text/respond/languages.ts';

interface Page {
  name?: string;
  title?: unknown;
  description?: unknown;
}
interface Props {
  form: Record<string, unknown>;
  /** Name of the page. */
  name: string | undefined;
  language: string;
}

/** A page's own title, and what is said before its questions. */
export const PageWords = ({ form, name, language }: Props) => {
  const page = ((form.pages ?? []) as Page[]).find((each) => each.name === name);
  const description = textIn(page?.description, language);
  return (
    <>
      <p className="eyebrow">{textIn(page?.title, language)}</p>
      {description && <p className="page-lead">{description}</p>}
    </>
  );
};
