// Five faces told apart by shape alone: mouth and brows change, the colour does not. Anything else is shown as an emoji.
const mouths: Record<string, string> = {
  'face-1': 'M15 35 Q24 25 33 35',
  'face-2': 'M16 34 Q24 29 32 34',
  'face-3': 'M16 32 L32 32',
  'face-4': 'M16 30 Q24 36 32 30',
  'face-5': 'M14 28 Q24 42 34 28 Z',
};
const brows: Record<string, string> = {
  'face-1': 'M12 18 L20 14 M36 18 L28 14',
  'face-2': 'M13 17 L20 15 M35 17 L28 15',
};

/** Decoration beside a text that says the same: hidden from screen readers. */
export const Face = ({ picture, size = 48 }: { picture: string; size?: number }) => {
  const mouth = mouths[picture];
  if (!mouth)
    return (
      <span className="face-emoji" style={{ fontSize: size * 0.7 }} aria-hidden="true">
        {picture}
      </span>
    );
  return (
    <svg className="face" viewBox="0 0 48 48" width={size} height={size} aria-hidden="true" focusable="false">
      <circle cx="24" cy="24" r="21" className="face-skin" />
      <circle cx="17" cy="21" r="2.4" className="face-ink" />
      <circle cx="31" cy="21" r="2.4" className="face-ink" />
      {brows[picture] && <path d={brows[picture]} className="face-line" />}
      <path d={mouth} className={picture === 'face-5' ? 'face-line face-open' : 'face-line'} />
    </svg>
  );
};
