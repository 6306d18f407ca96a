import type { RespondText } from '../../text/respond/sv.ts';
import { Message } from './Message.tsx';

/** Answers were sent with the link. Same id with other content: an earlier sending arrived. */
export const isIn = (code: string): boolean => code === 'link-used' || code === 'other-content';

/** Why there is nothing to answer here, and what to do. */
export const Refusal = ({ code, text, onAgain }: { code: string; text: RespondText; onAgain: () => void }) => {
  if (isIn(code)) return <Message title={text.usedTitle}>{<p>{text.usedText}</p>}</Message>;
  if (code === 'closed') return <Message title={text.closedTitle}>{<p>{text.closedText}</p>}</Message>;
  if (code === 'unknown-link') return <Message title={text.unknownTitle}>{<p>{text.unknownText}</p>}</Message>;
  const busy = code === 'too-many-requests';
  return (
    <Message title={busy ? text.busyTitle : text.offlineTitle}>
      <p>{busy ? text.busyText : text.offlineText}</p>
      <button type="button" className="primary" onClick={onAgain}>
        {text.again}
      </button>
    </Message>
  );
};
