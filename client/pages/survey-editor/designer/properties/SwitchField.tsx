import { Switch } from '@mantine/core';
import { memo } from 'react';
import { useCanvas } from '../context.ts';
import { setProperty } from '../document/operations.ts';
import type { Json, Place } from '../document/tree.ts';
import { sameButTexts } from './sameButTexts.ts';

interface Props {
  element: Json;
  place: Place;
  property: string;
  label: string;
}

/** Off is the same as not written. */
export const SwitchField = memo(({ element, place, property, label }: Props) => {
  const { apply } = useCanvas();
  return (
    <Switch
      label={label}
      checked={element[property] === true}
      onChange={(event) => {
        const isOn = event.currentTarget.checked;
        apply((whole) => setProperty(whole, place, property, isOn || undefined));
      }}
    />
  );
}, sameButTexts);
