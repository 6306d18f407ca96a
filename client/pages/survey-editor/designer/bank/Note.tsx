import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  title?: string;
  /** Something to decide, not only to know. */
  isGrave?: boolean;
  children: ReactNode;
}

/** What the bank has to say at its place. The title is as dark as the text: on yellow the theme's own is hard to read. */
export const Note = ({ title, isGrave = false, children }: Props) => (
  <Alert
    color={isGrave ? 'yellow' : 'gray'}
    title={title}
    styles={{ title: { color: isGrave ? '#5c3800' : 'inherit' } }}
  >
    {children}
  </Alert>
);
