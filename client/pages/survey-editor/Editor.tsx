import { Alert, Button, Group, SegmentedControl, Stack } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { SurveyAddress, SurveyProblem } from '../../api/surveys.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { SurveyPreview } from '../../components/SurveyPreview.tsx';
import { selectIn } from './CodeArea.tsx';
import { CodeView } from './CodeView.tsx';
import { rangeOfLine } from './codeText.ts';
import { cardId } from './designer/context.ts';
import { Designer } from './designer/Designer.tsx';
import { allLanguages } from './designer/document/localized.ts';
import { elementOf, objectAt, type Place, shownAt, textOf } from './designer/document/tree.ts';
import { Unreadable } from './designer/Unreadable.tsx';
import { useDesign } from './designer/useDesign.ts';
import { ProblemList } from './ProblemList.tsx';
import { SavedState } from './SavedState.tsx';
import { Translations } from './translations/Translations.tsx';
import { useAutosave } from './useAutosave.ts';
import { useCheck } from './useCheck.ts';
import type { Published } from './usePublished.ts';
import { useWriters } from './useWriters.ts';
import type { Writing } from './useWriting.ts';
import { Writers } from './Writers.tsx';

const views = ['design', 'texts', 'json'] as const;
type View = (typeof views)[number];

const useSaveKey = (save: () => void) => {
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
};

/** In the address, so that a link leads back to it. */
const useView = (): [View, (view: View) => void] => {
  const [search, setSearch] = useSearchParams();
  const view = views.find((each) => each === search.get('view')) ?? 'design';
  const setView = (next: View) =>
    setSearch(
      (before) => {
        before.set('view', next);
        return before;
      },
      { replace: true },
    );
  return [view, setView];
};

/** The survey in several views of one text, and beside it what a respondent would see. */
interface Props {
  address: SurveyAddress;
  writing: Writing;
  published: Published;
  /** Where the checklist leads. */
  ledTo: Place | undefined;
  onLed: () => void;
}

export const Editor = ({ address, writing, published, ledTo, onLed }: Props) => {
  const { t } = useTranslation('surveys');
  const { t: designer } = useTranslation('designer');
  const { source, setSource, saved } = writing;
  const area = useRef<HTMLTextAreaElement>(null);
  const [view, setView] = useView();
  const [wanted, setWanted] = useState<SurveyProblem>();
  const check = useCheck(source, saved);
  const design = useDesign(source, setSource, view !== 'json', writing.meeting);
  const { definition, selected } = design;
  const opened = definition && selected !== undefined ? objectAt(definition, selected)?.name : undefined;
  const others = useWriters(address, writing, view === 'design' ? textOf(opened) : '');
  useAutosave(writing);
  useSaveKey(() => writing.save());
  useEffect(() => {
    if (!wanted || view !== 'json') return;
    const { start, end } = rangeOfLine(source, wanted.line ?? 1);
    selectIn(area.current, start, end, true);
    setWanted(undefined);
  }, [wanted, view, source]);
  const goTo = (place: Place) => {
    design.select(place);
    requestAnimationFrame(() => document.getElementById(cardId(place))?.focus());
  };
  const show = (problem: SurveyProblem) => {
    if (view === 'json' || !definition) return setWanted(problem);
    goTo(elementOf(problem.path));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: led there once, as soon as the designer shows
  useEffect(() => {
    if (ledTo === undefined) return;
    if (view !== 'design') return setView('design');
    goTo(elementOf(ledTo));
    onLed();
  }, [ledTo, view]);
  const hasOwnPhones = view === 'texts' && definition !== undefined && allLanguages(definition).length > 1;
  const at = definition && view === 'design' ? shownAt(definition, design.selected) : undefined;
  const [half, page] = [at?.half, at?.page];
  const shown = useMemo(() => (page === undefined ? undefined : { half, page }), [half, page]);
  const code = <CodeView area={area} source={source} onSource={setSource} problems={check.problems} />;
  const translated = definition && <Translations design={{ ...design, definition }} />;
  const drawn = definition ? (
    <Designer design={{ ...design, definition }} problems={check.problems} published={published} onShow={show} />
  ) : (
    <Unreadable onCode={() => setView('json')} design={design} />
  );
  return (
    <div className={hasOwnPhones ? 'editor-views' : 'editor-views beside'}>
      <div>
        <Stack gap="xs">
          <Group justify="space-between">
            <SegmentedControl
              aria-label={designer('views')}
              value={view}
              onChange={(next) => setView(next as View)}
              data={views.map((each) => ({ value: each, label: designer(each) }))}
            />
            <Group gap="sm">
              <SavedState writing={writing} />
              <Button variant="default" onClick={() => writing.save()} loading={writing.isSaving}>
                {t('save')}
              </Button>
            </Group>
          </Group>
          <Writers others={others} writing={writing} />
          {view === 'json' ? code : view === 'texts' && translated ? translated : drawn}
          {check.failure !== undefined && <ProblemNotice error={check.failure} />}
          <ProblemList problems={check.problems} isChecking={check.isChecking} onShow={show} />
        </Stack>
      </div>
      {!hasOwnPhones && (
        <div>
          <Stack gap="xs" component="section" aria-label={t('preview')} className="preview-beside">
            {check.isLarge && <Alert color="gray">{t('previewLarge')}</Alert>}
            {check.hasErrors && <Alert color="yellow">{t(check.good ? 'previewLast' : 'previewNone')}</Alert>}
            {check.good && <SurveyPreview definition={check.good} shown={shown} height={600} />}
          </Stack>
        </div>
      )}
    </div>
  );
};
