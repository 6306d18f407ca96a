import { type ReactNode, useEffect, useRef } from 'react';

/** A whole page with one thing to say; its heading takes the focus, so that it is read out. */
export const Message = ({ title, children }: { title: string; children: ReactNode }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className="sheet">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </main>
  );
};
