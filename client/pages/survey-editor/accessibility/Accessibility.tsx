// What would shut somebody out, question by question: each finding leads to where it can be mended.

import { Anchor, Button, List, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessFinding } from '../../../../server/contract/surveyReview.ts';
import { languageWithin } from '../../../text/respond/languages.ts';
import { CheckLine } from '../CheckLine.tsx';
import { shownText } from '../designer/document/texts.ts';
import { entryOf, type Json, objectAt } from '../designer/document/tree.ts';
import { findPictures, type PictureFinding } from './pictures.ts';

const shownAtOnce = 8;

const usePictures = (definition: Json): readonly PictureFinding[] => {
  const [found, setFound] = useState<readonly PictureFinding[]>([]);
  useEffect(() => {
    let left = false;
    findPictures(definition).then((findings) => {
      if (!left) setFound(findings);
    });
    return () => {
      left = true;
    };
  }, [definition]);
  return found;
};

/** What is wrong, and what to do. */
const useWords = () => {
  const { t, i18n } = useTranslation('accessibility');
  const list = new Intl.ListFormat(i18n.language);
  const decimals = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  return (finding: AccessFinding | PictureFinding): string => {
    if ('entry' in finding) {
      const ratio = decimals.format(finding.contrast ?? 1);
      return t(finding.rule, { entries: finding.entry, ratio });
    }
    const { rule, languages, entries, seconds } = finding;
    const where = languages.length > 0 ? ` (${list.format(languages.map(languageWithin))})` : '';
    const words = { where, entries: list.format(entries), count: entries.length, seconds };
    return rule === 'noLabel' ? t(entries.length > 0 ? 'noLabel.entries' : 'noLabel.question', words) : t(rule, words);
  };
};

interface Props {
  findings: readonly AccessFinding[];
  definition: Json;
  onShow: (finding: Pick<AccessFinding, 'path'>) => void;
}

export const Accessibility = ({ findings, definition, onShow }: Props) => {
  const { t, i18n } = useTranslation('accessibility');
  const { t: designer } = useTranslation('designer');
  const [isWhole, setWhole] = useState(false);
  const wordsOf = useWords();
  const all = [...findings, ...usePictures(definition)];
  const titleOf = ({ path, question }: AccessFinding | PictureFinding) => {
    if (question !== null) return shownText(objectAt(definition, path)?.title, i18n.language) || question;
    return /pages\[\d+\]$/.test(path) ? designer('page', { number: entryOf(path).at + 1 }) : t('whole');
  };
  if (all.length === 0)
    return (
      <CheckLine isFine>
        <Text>{t('fine')}</Text>
      </CheckLine>
    );
  return (
    <CheckLine isFine={false}>
      <Text>{t('found', { count: all.length })}</Text>
      <List size="sm" spacing={2}>
        {(isWhole ? all : all.slice(0, shownAtOnce)).map((finding) => (
          <List.Item key={JSON.stringify(finding)}>
            <Anchor
              component="button"
              type="button"
              size="sm"
              ta="start"
              underline="always"
              onClick={() => onShow({ path: finding.path })}
            >
              {titleOf(finding)}
            </Anchor>
            {` – ${wordsOf(finding)}`}
          </List.Item>
        ))}
      </List>
      {!isWhole && all.length > shownAtOnce && (
        <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)}>
          {t('rest', { count: all.length - shownAtOnce })}
        </Button>
      )}
    </CheckLine>
  );
};
