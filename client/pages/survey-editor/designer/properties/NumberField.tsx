import { NumberInput } from '@mantine/core';
import { useCanvas } from '../context.ts';
import { setProperty } from '../document/operations.ts';
import { type Json, type Place, readAt } from '../document/tree.ts';

interface Props {
  element: Json;
  place: Place;
  /** Also a path within the question, such as `validators[0].minValue`. */
  property: string;
  label: string;
  isWhole?: boolean;
  most?: number;
  /** Where nothing is written. */
  otherwise?: number;
  error?: string | undefined;
}

export const NumberField = ({ element, place, property, label, isWhole, most, otherwise, error }: Props) => {
  const { apply } = useCanvas();
  const value = readAt(element, property);
  return (
    <NumberInput
      label={label}
      w={150}
      {...(isWhole && { min: 0, allowDecimal: false })}
      {...(most !== undefined && { max: most })}
      error={error}
      value={typeof value === 'number' ? value : (otherwise ?? '')}
      onChange={(next) =>
        apply((whole) => setProperty(whole, place, property, typeof next === 'number' ? next : undefined), {
          join: `${place} ${property}`,
        })
      }
    />
  );
};
