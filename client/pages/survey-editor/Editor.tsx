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
import { BankProvider } from './designer/bank/context.tsx';
import { cardId } from './designer/context.ts';
import { Designer } from './designer/Designer.tsx';
import { allLanguages } from './designer/document/localized.ts';
import { elementAt } from './designer/document/problemPlace.ts';
import { objectAt, type Place, shownAt, textOf } from './designer/document/tree.ts';
import { Unreadable } from './designer/Unreadable.tsx';
import { useDesign } from './designer/useDesign.ts';
import { ProblemList } from './ProblemList.tsx';
import { PathsView } from './paths/PathsView.tsx';
import { SavedState } from './SavedState.tsx';
import { Translations } from './translations/Translations.tsx';
import { useAutosave } from './useAutosave.ts';
import { useCheck } from './useCheck.ts';
import type { Published } from './usePublished.ts';
import { useWriters } from './useWriters.ts';
import type { Writing } from './useWriting.ts';
import { Writers } from './Writers.tsx';

/** A problem, or a place of which no line is known. */
export type Asked = Pick<SurveyProblem, 'path' | 'line'>;

const views = ['design', 'paths', 'texts', 'json'] as const;
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
  /** Number of the latest published version; 0 when there is none. */
  latest: number;
  /** To be shown, as when it is chosen in the list of problems. */
  asked: Asked | undefined;
  onAsked: () => void;
}

export const Editor = ({ address, writing, published, latest, asked, onAsked }: Props) => {
  const { t } = useTranslation('surveys');
  const { t: designer } = useTranslation('designer');
  const { source, setSource, saved } = writing;
  const area = useRef<HTMLTextAreaElement>(null);
  const [view, setView] = useView();
  const [wanted, setWanted] = useState<Asked>();
  const [wantedPlace, setWantedPlace] = useState<Place>();
  const check = useCheck(source, saved, address);
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
  useEffect(() => {
    if (wantedPlace === undefined || view !== 'design') return;
    const card = document.getElementById(cardId(wantedPlace));
    card?.focus();
    card?.scrollIntoView?.({ block: 'center' });
    setWantedPlace(undefined);
  }, [wantedPlace, view]);
  const open = (place: Place) => {
    setView('design');
    design.select(place);
    setWantedPlace(place);
  };
  const show = (problem: Asked) => {
    if (!definition || (view === 'json' && problem.line !== undefined)) return setWanted(problem);
    const place = elementAt(definition, problem.path);
    if (view !== 'design') return open(place);
    design.select(place);
    requestAnimationFrame(() => document.getElementById(cardId(place))?.focus());
  };
  const showAsked = useRef(show);
  showAsked.current = show;
  useEffect(() => {
    if (!asked) return;
    showAsked.current(asked);
    onAsked();
  }, [asked, onAsked]);
  const hasOwnPhones = view === 'texts' && definition !== undefined && allLanguages(definition).length > 1;
  const isBeside = view !== 'paths' && !hasOwnPhones;
  const at = definition && view === 'design' ? shownAt(definition, design.selected) : undefined;
  const [half, page] = [at?.half, at?.page];
  const shown = useMemo(() => (page === undefined ? undefined : { half, page }), [half, page]);
  const code = <CodeView area={area} source={source} onSource={setSource} problems={check.problems} />;
  const translated = definition && <Translations design={{ ...design, definition }} />;
  const { compared } = check;
  const { name, programme } = address;
  const series = useMemo(
    () => ({ address: { name, programme }, latest, compared }),
    [name, programme, latest, compared],
  );
  const drawn = definition ? (
    <BankProvider programme={programme}>
      <Designer design={{ ...design, definition }} problems={check.problems} {...{ published, series }} onShow={show} />
    </BankProvider>
  ) : (
    <Unreadable onCode={() => setView('json')} design={design} />
  );
  const isSound = !check.hasErrors && !check.isChecking && !check.isUnchecked;
  const walkable = useMemo(
    () => (check.good && !check.hasErrors ? JSON.stringify(check.good) : isSound ? source : undefined),
    [check.good, check.hasErrors, isSound, source],
  );
  const walked = definition && (
    <PathsView {...{ definition, source: walkable, selected }} onSelect={design.select} onOpen={open} />
  );
  const shownView = { json: code, texts: translated ?? drawn, paths: walked ?? drawn, design: drawn }[view];
  return (
    <div className={isBeside ? 'editor-views with-phone' : 'editor-views'}>
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
          {shownView}
          {check.failure !== undefined && <ProblemNotice error={check.failure} />}
          <ProblemList
            problems={check.problems}
            isChecking={check.isChecking}
            isUnchecked={check.isUnchecked}
            definition={view === 'json' ? undefined : definition}
            onShow={show}
          />
        </Stack>
      </div>
      {isBeside && (
        <div>
          <Stack gap="xs" component="section" aria-label={t('preview')} className="preview-beside">
            {check.isLarge && <Alert color="gray">{t('previewLarge')}</Alert>}
            {check.isBehind && <Alert color="yellow">{t(check.good ? 'previewLast' : 'previewNone')}</Alert>}
            {check.good && <SurveyPreview definition={check.good} shown={shown} height={600} />}
          </Stack>
        </div>
      )}
    </div>
  );
};
