import type { RespondText } from '../../text/respond/sv.ts';

export const Loading = ({ text }: { text: RespondText }) => (
  <main className="sheet" aria-busy="true">
    <p role="status">{text.loading}</p>
  </main>
);
