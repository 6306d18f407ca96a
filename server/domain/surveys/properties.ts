/** Makes survey-core know the properties that our survey files add, so that it loads them without complaint and keeps them. */
import { Serializer } from 'survey-core';

const localized = { type: 'text', isLocalizable: true };
const flag = { type: 'boolean', default: false };
const plain = { type: 'value' };

const properties = {
  survey: {
    name: plain,
    version: plain,
    anonymous: flag,
    audience: plain,
    languages: plain,
    machineTranslated: plain,
    whoSees: localized,
    information: localized,
    thanks: localized,
    skips: plain,
  },
  page: { skipIf: plain },
  panel: { skipIf: plain },
  question: {
    ...{ skipIf: plain, draft: flag, explanations: plain, faces: plain, readAloud: localized },
    ...{ background: flag, item: plain, comparableWith: plain },
  },
};

/** Call before the first `new Model(form)`; calling it again changes nothing. */
export function registerSurveyProperties(): void {
  for (const [className, own] of Object.entries(properties)) {
    for (const [name, options] of Object.entries(own)) {
      if (!Serializer.findProperty(className, name)) Serializer.addProperty(className, { name, ...options });
    }
  }
}
