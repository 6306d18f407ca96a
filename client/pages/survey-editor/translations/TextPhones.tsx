// The text in focus as respondents meet it: in the language it is translated to and, beside it or at a switch, in the original.
import { Button, Group, Paper, SegmentedControl, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  Component,
  lazy,
  type ReactNode,
  type RefObject,
  Suspense,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../components/Loading.tsx';
import { directionOf, languageName } from '../../../text/respond/languages.ts';
import type { Localized } from '../designer/document/localized.ts';
import type { Json } from '../designer/document/tree.ts';
import { type StillPlace, stillPlaceOf } from './stillPlace.ts';

const PhoneFrame = lazy(() =>
  import('../../../components/survey/PhoneFrame.tsx').then((module) => ({ default: module.PhoneFrame })),
);
const TextStill = lazy(() => import('./TextStill.tsx').then((module) => ({ default: module.TextStill })));

interface UndrawableProps {
  /** Another text, or the same one changed, is tried anew. */
  of: StillPlace;
  words: string;
  language: string;
  children: ReactNode;
}
/** What does not load as a survey is told on the phone, and the text beside it can still be written. */
class Undrawable extends Component<UndrawableProps, { isBroken: boolean }> {
  override state = { isBroken: false };
  static getDerivedStateFromError() {
    return { isBroken: true };
  }
  override componentDidUpdate(before: UndrawableProps) {
    if (before.of !== this.props.of) this.setState({ isBroken: false });
  }
  override render() {
    const { words, language, children } = this.props;
    if (!this.state.isBroken) return children;
    return (
      <main className="sheet" lang={language} dir={directionOf(language)}>
        <p className="notice">{words}</p>
      </main>
    );
  }
}

const aboveAll = 80;
/** What is being written stays in sight above a phone that stands at the foot of the screen. */
const useInSight = (panel: RefObject<HTMLElement | null>, key: string, isAtFoot: boolean) => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at anew for each text
  useEffect(() => {
    const written = document.activeElement;
    if (!isAtFoot || !panel.current || !(written instanceof HTMLTextAreaElement)) return;
    const { top, bottom } = written.getBoundingClientRect();
    const hidden = bottom + 16 - panel.current.getBoundingClientRect().top;
    if (hidden > 0) window.scrollBy({ top: Math.min(hidden, top - aboveAll) });
  }, [key, isAtFoot]);
};

interface Props {
  definition: Json;
  text: Localized;
  original: string;
  language: string;
}

export const TextPhones = ({ definition, text, original, language }: Props) => {
  const { t } = useTranslation('translations');
  const areBeside = useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false });
  const [chosen, setChosen] = useState<'language' | 'original'>('language');
  const [isOpen, setOpen] = useState(() => globalThis.innerWidth >= 600);
  const panel = useRef<HTMLElement>(null);
  useInSight(panel, text.key, !areBeside && isOpen);
  const now = useDeferredValue(text);
  const place = useMemo(() => stillPlaceOf(definition, now), [definition, now]);
  const shown = areBeside ? [language, original] : [chosen === 'language' ? language : original];
  return (
    <section ref={panel} className="phones" aria-label={t('phones')}>
      {!areBeside && (
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <SegmentedControl
            aria-label={t('phoneLanguage')}
            size="xs"
            value={chosen}
            onChange={(value) => setChosen(value as typeof chosen)}
            data={[
              { value: 'language', label: languageName(language) },
              { value: 'original', label: languageName(original) },
            ]}
          />
          <Button variant="default" size="compact-sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'hidePhone' : 'showPhone')}
          </Button>
        </Group>
      )}
      {(areBeside || isOpen) && (
        <div className="phone-row">
          {shown.map((each) => (
            <Phone key={each} {...{ place, text: now }} language={each} isNamed={areBeside} />
          ))}
        </div>
      )}
    </section>
  );
};

const Phone = ({
  place,
  text,
  language,
  isNamed,
}: {
  place: StillPlace;
  text: Localized;
  language: string;
  /** Where no switch says which it is. */
  isNamed: boolean;
}) => {
  const height = isNamed ? 560 : 300;
  const { t, i18n } = useTranslation('translations');
  const { t: surveys } = useTranslation('surveys');
  const [isSeen, setSeen] = useState(true);
  const name = languageName(language);
  return (
    <div className="phone">
      {isNamed && (
        <Text size="sm" fw={600} lang={language}>
          {name}
        </Text>
      )}
      <Paper radius={18} p={6} className="phone-edge">
        <div className="phone-screen" style={{ height }}>
          <Suspense fallback={<Loading />}>
            <PhoneFrame title={t('phoneIn', { language: name })} language={language} height={height} scale={0.75}>
              <Undrawable of={place} words={t('undrawable')} language={i18n.language}>
                <TextStill
                  {...{ place, text, language }}
                  programmeTitle={surveys('previewProgramme')}
                  onSeen={setSeen}
                />
              </Undrawable>
            </PhoneFrame>
          </Suspense>
        </div>
      </Paper>
      {!isSeen && (
        <Text size="xs" className="quiet">
          {t('notSeen')}
        </Text>
      )}
    </div>
  );
};
