// A phone's screen as a document of its own: the participant page's styles hold there, and none of the staff app's.

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import surveyCoreStyles from 'survey-core/survey-core.fontless.min.css?inline';
import pageStyles from '../../respond.css?inline';
import { directionOf } from '../../text/respond/languages.ts';
import scaleStyles from '../scale/scale.css?inline';
import surveyStyles from './survey.css?inline';

interface Props {
  title: string;
  language: string;
  height: number;
  /** 1 unless there is less room than a phone takes: the screen is then as wide as it is, and drawn smaller. */
  scale?: number;
  children: ReactNode;
}

export const PhoneFrame = ({ title, language, height, scale = 1, children }: Props) => {
  const frame = useRef<HTMLIFrameElement>(null);
  const [inside, setInside] = useState<Document>();
  useEffect(() => {
    if (!inside) return;
    inside.documentElement.lang = language;
    inside.documentElement.dir = directionOf(language);
    inside.title = title;
  }, [inside, language, title]);
  const ready = () => {
    const own = frame.current?.contentDocument;
    if (!own?.body) return;
    const style = own.createElement('style');
    style.textContent = [pageStyles, surveyCoreStyles, scaleStyles, surveyStyles].join('\n');
    own.head.replaceChildren(style);
    setInside(own);
  };
  return (
    <>
      {/* Before the phone, since React takes them down in this order: what stands on a screen goes while it has one. */}
      {inside && createPortal(children, inside.body)}
      <iframe
        ref={frame}
        title={title}
        srcDoc="<!doctype html><html><head></head><body></body></html>"
        onLoad={ready}
        style={{
          ...{ display: 'block', border: 0, height: height / scale },
          ...(scale === 1
            ? { width: '100%', maxWidth: 390 }
            : { width: `${100 / scale}%`, transform: `scale(${scale})`, transformOrigin: '0 0' }),
        }}
      />
    </>
  );
};
