// The line of the check list about what the draft says of how its questions compare.
import { Anchor, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SurveyDraft } from '../../../api/surveys.ts';
import { CheckLine } from '../CheckLine.tsx';
import { elementAt } from '../designer/document/problemPlace.ts';
import { shownText } from '../designer/document/texts.ts';
import { objectAt } from '../designer/document/tree.ts';
import type { Asked } from '../Editor.tsx';
import { isAboutDeclaration } from './problems.ts';

interface Props {
  draft: SurveyDraft;
  definition: Record<string, unknown>;
  onShow: (asked: Asked) => void;
}

/** No line where nothing is said. */
export const Declarations = ({ draft, definition, onShow }: Props) => {
  const { t, i18n } = useTranslation('comparability');
  const { t: surveys } = useTranslation('surveys');
  const unused = draft.problems.filter(isAboutDeclaration);
  const used = draft.comparison.filter(({ standing }) => standing === 'used').length;
  if (unused.length === 0)
    return (
      used > 0 && (
        <CheckLine isFine>
          <Text>{t('used', { count: used })}</Text>
        </CheckLine>
      )
    );
  return (
    <CheckLine isFine={false}>
      <Text>{t('unused', { count: unused.length })}</Text>
      <List size="sm">
        {unused.map((problem) => (
          <List.Item key={problem.path}>
            <Anchor
              component="button"
              type="button"
              size="sm"
              ta="start"
              style={{ verticalAlign: 'top' }}
              onClick={() => onShow(problem)}
            >
              {shownText(objectAt(definition, elementAt(definition, problem.path))?.title, i18n.language)}
            </Anchor>
            <br />
            {surveys(`codes.${problem.code as 'declaration-outdated'}`)}
          </List.Item>
        ))}
      </List>
    </CheckLine>
  );
};
