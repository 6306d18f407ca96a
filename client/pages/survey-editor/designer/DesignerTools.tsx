// Above the canvas: what was done taken back, the next problem, the half and the language.

import { Group, SegmentedControl, Select } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SurveyProblem } from '../../../api/surveys.ts';
import { languageName } from '../../../text/respond/languages.ts';
import { type Half, halves } from './document/tree.ts';
import { NextProblem } from './NextProblem.tsx';
import { UndoButtons } from './UndoButtons.tsx';

interface Props {
  problems: readonly SurveyProblem[];
  canUndo: boolean;
  canRedo: boolean;
  languages: readonly string[];
  language: string;
  /** Of a card the one shown. */
  half: Half | undefined;
  back: () => void;
  again: () => void;
  onHalf: (half: Half) => void;
  onLanguage: (language: string | undefined) => void;
  onShow: (problem: SurveyProblem) => void;
}

export const DesignerTools = memo((props: Props) => {
  const { problems, canUndo, canRedo, languages, language, half, back, again, onHalf, onLanguage, onShow } = props;
  const { t } = useTranslation('designer');
  return (
    <Group gap="sm" className="designer-tools">
      <UndoButtons canUndo={canUndo} canRedo={canRedo} onUndo={back} onRedo={again} />
      <NextProblem problems={problems} onShow={onShow} />
      {half && (
        <SegmentedControl
          aria-label={t('half')}
          value={half}
          onChange={(next) => onHalf(next as Half)}
          data={halves.map((each) => ({ value: each, label: t(`halves.${each}`) }))}
        />
      )}
      {languages.length > 1 && (
        <Select
          aria-label={t('beside')}
          allowDeselect={false}
          w={190}
          data={languages.map((each, at) => ({
            value: each,
            label: at === 0 ? t('onlySwedish') : t('besideIn', { language: languageName(each) }),
          }))}
          value={language}
          onChange={(next) => onLanguage(next ?? undefined)}
        />
      )}
    </Group>
  );
});
