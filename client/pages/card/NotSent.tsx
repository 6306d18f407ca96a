import { Button, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { ApiProblem } from '../../api/fetcher.ts';
import type { RespondText } from '../../text/respond/sv.ts';

const pause = 5_000;

interface Props {
  error: Error;
  text: RespondText;
  onAgain: () => void;
}

/** In the person's language: the answers wait on the tablet, and are sent by themselves when the network is back. */
export const NotSent = ({ error, text, onAgain }: Props) => {
  const again = useRef(onAgain);
  again.current = onAgain;
  const away = error instanceof ApiProblem && (error.status === 0 || error.status >= 500);
  useEffect(() => {
    if (!away) return;
    const send = () => again.current();
    const timer = setTimeout(send, pause);
    window.addEventListener('online', send);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', send);
    };
  }, [away]);
  return (
    <Stack role="status" gap="xs" mt="md" align="start">
      <Text inherit>{away ? text.waiting : text.notSaved}</Text>
      <Button size="lg" variant="default" onClick={onAgain}>
        {text.tryNow}
      </Button>
    </Stack>
  );
};
