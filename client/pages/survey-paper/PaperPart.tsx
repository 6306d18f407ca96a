import { safeHtml } from '../../components/survey/safeHtml.ts';
import type { Part } from './form.ts';
import { PaperAnswer } from './PaperAnswer.tsx';

type OnlyIf = (condition: string) => string;

export const PaperPart = ({ part, onlyIf }: { part: Part; onlyIf: OnlyIf }) => {
  if (part.kind === 'text')
    return (
      <>
        {part.condition && <p className="paper-if">{onlyIf(part.condition)}</p>}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: only what safeHtml lets through */}
        <div className="paper-text" dangerouslySetInnerHTML={{ __html: safeHtml(part.html) }} />
      </>
    );
  if (part.kind === 'heading') {
    const Heading = part.level === 2 ? 'h3' : 'h4';
    return (
      <>
        {part.text && <Heading>{part.text}</Heading>}
        {part.condition && <p className="paper-if">{onlyIf(part.condition)}</p>}
      </>
    );
  }
  const { number, title, description, condition, answer } = part.question;
  return (
    <section className="paper-question" aria-label={title}>
      {condition && <p className="paper-if">{onlyIf(condition)}</p>}
      <p className="paper-title">
        {number}. {title}
      </p>
      {description && <p className="paper-help">{description}</p>}
      {answer.kind === 'entries' ? (
        <Entries titles={answer.titles} parts={answer.parts} onlyIf={onlyIf} />
      ) : (
        <PaperAnswer answer={answer} />
      )}
    </section>
  );
};

const Entries = ({ titles, parts, onlyIf }: { titles: string[]; parts: Part[]; onlyIf: OnlyIf }) =>
  titles.map((title) => (
    <section key={title} className="paper-entry" aria-label={title}>
      <h5>{title}</h5>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one version stand still
        <PaperPart key={at} part={part} onlyIf={onlyIf} />
      ))}
    </section>
  ));
