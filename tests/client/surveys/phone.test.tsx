import { render, screen, waitFor } from '@testing-library/react';
import { useEffect, useRef } from 'react';
import { expect, test } from 'vitest';
import { PhoneFrame } from '../../../client/components/survey/PhoneFrame.tsx';

/** Tells, when it is taken down, whether the screen that it stands on is there. */
const Page = ({ onLeave }: { onLeave: (hasScreen: boolean) => void }) => {
  const root = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const drawn = root.current;
    return () => onLeave(drawn?.ownerDocument.defaultView != null);
  }, [onLeave]);
  return <p ref={root}>Fråga 1</p>;
};

test('what stands on a phone is taken down while its screen is there', async () => {
  const left: boolean[] = [];
  const onLeave = (hasScreen: boolean) => void left.push(hasScreen);
  const phone = (
    <PhoneFrame title="Telefon" language="ar" height={600}>
      <Page onLeave={onLeave} />
    </PhoneFrame>
  );
  // Alone in its place, so that the phone itself is what React removes.
  const { rerender } = render(phone);
  const frame = screen.getByTitle<HTMLIFrameElement>('Telefon');
  await waitFor(() => expect(frame.contentDocument?.body).toHaveTextContent('Fråga 1'));
  expect(frame.contentDocument?.documentElement).toHaveAttribute('dir', 'rtl');
  rerender(null);
  expect(screen.queryByTitle('Telefon')).toBeNull();
  expect(left).toEqual([true]);
});
