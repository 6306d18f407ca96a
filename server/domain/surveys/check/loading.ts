/** What survey-core itself says when it loads the form: unknown properties, wrong types. */
import { Model } from 'survey-core';
import { isJsonObject, type Json } from '../json.ts';
import { registerSurveyProperties } from '../properties.ts';
import { join, type Problems } from './problem.ts';

export function checkLoading(form: Json, path: string, problems: Problems): void {
  registerSurveyProperties();
  let model: Model;
  try {
    model = new Model(form);
  } catch {
    problems.error(path, 'does-not-load', 'survey-core cannot load this form');
    return;
  }
  const paths = pathsOf(form, path);
  for (const error of (model.jsonErrors ?? []) as {
    type: string;
    message: string;
    jsonObj?: object;
    propertyName?: string;
  }[]) {
    const at = (error.jsonObj && paths.get(error.jsonObj)) ?? path;
    const property = error.type === 'unknownproperty' && error.propertyName ? join(at, error.propertyName) : at;
    problems.foreign(property, error.type, error.message);
  }
  model.dispose();
}

/** Each object of the JSON by identity, which survey-core hands back with its errors. */
function pathsOf(form: Json, path: string): Map<object, string> {
  const paths = new Map<object, string>();
  const queue: [unknown, string][] = [[form, path]];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const [value, at] = next;
    if (Array.isArray(value)) value.forEach((each, index) => void queue.push([each, join(at, index)]));
    else if (isJsonObject(value)) {
      paths.set(value, at);
      for (const [name, each] of Object.entries(value)) queue.push([each, join(at, name)]);
    }
  }
  return paths;
}
