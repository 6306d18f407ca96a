// Where a question or group can go at once, without being dragged: any other page or group.
import { Button, Menu } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { targetsOf } from '../document/operations.ts';
import { objectAt, type Place, pagePlaceOf } from '../document/tree.ts';
import { useDefinition } from '../properties/definition.ts';
import { useNames } from './names.ts';

export const MoveMenu = ({ place, onMove }: { place: Place; onMove: (group: Place) => void }) => {
  const { t } = useTranslation('designer');
  const definition = useDefinition();
  const { titleOf, pageName } = useNames();
  const targets = useMemo(() => targetsOf(definition, place), [definition, place]);
  if (targets.length === 0) return null;
  const nameOf = (target: Place) => {
    const page = pagePlaceOf(target);
    const group = objectAt(definition, target);
    return page === target || !group ? pageName(definition, page) : `${pageName(definition, page)} › ${titleOf(group)}`;
  };
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button variant="default" size="xs" h={34}>
          {t('moveTo')} …
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflow: 'auto' }}>
        {targets.map((target) => (
          <Menu.Item key={target} onClick={() => onMove(target)}>
            {nameOf(target)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
