import { Textarea } from '@mantine/core';

interface Props {
  label: string;
  description?: string;
  value: string;
  /** Why it is not enough. */
  error: string | false;
  onChange: (reason: string) => void;
}

/** What somebody has to say to what they do, kept with it: as long as the server takes it. */
export const ReasonField = ({ label, description, value, error, onChange }: Props) => (
  <Textarea
    label={label}
    description={description}
    required
    autosize
    minRows={2}
    maxLength={2000}
    value={value}
    error={error}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);
