import { type ReactNode, useEffect, useRef } from 'react';
import './card.css';

/** Covers the whole tablet; nothing behind it can be seen, reached or heard. Escape does not leave it. */
export const Screen = ({
  label,
  language,
  dir,
  children,
}: {
  label: string;
  language: string;
  dir: 'ltr' | 'rtl';
  children: ReactNode;
}) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="card-screen"
      aria-label={label}
      lang={language}
      dir={dir}
      onCancel={(event) => event.preventDefault()}
    >
      <div className="card-sheet">{children}</div>
    </dialog>
  );
};
