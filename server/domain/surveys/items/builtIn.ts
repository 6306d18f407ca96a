/** The questions of the built-in surveys as items, taken from the surveys themselves. */
import { type AnyDefinition, halfNames, isCard, type LocalizedText, questionsOf } from '../definition.ts';
import type { Json } from '../json.ts';
import { type ItemTheme, withoutLocal } from './item.ts';

export interface BuiltInItem {
  name: string;
  theme: ItemTheme;
  source: LocalizedText;
  question: Json;
}

const themes: Readonly<Record<string, ItemTheme>> = {
  'progression-card': 'bip',
  exit: 'exit',
  treatment: 'treatment',
  collaboration: 'collaboration',
};
const quoted = {
  bip: { sv: 'Efter den danska BIP-studien', en: 'After the Danish BIP study' },
  treatment: { sv: 'Citerad ur slutrapporten om Cresco+', en: 'Quoted from the final report on Cresco+' },
  collaboration: { sv: 'Citerad ur slutrapporten om Cresco+', en: 'Quoted from the final report on Cresco+' },
} as const satisfies Partial<Record<ItemTheme, LocalizedText>>;
const ours = { sv: 'Stegvis, förslag till ordalydelse', en: 'Stegvis, a proposed wording' };
const oursAfterBip = {
  sv: 'Efter den danska BIP-studien, ordalydelsen är ett förslag',
  en: 'After the Danish BIP study, the wording is a proposal',
};

/** `knowWhatToDo` as `know-what-to-do` */
const slugOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function itemOf(theme: ItemTheme, half: string, whole: Json): BuiltInItem {
  const question = withoutLocal(whole);
  const own = question.background === true ? 'background' : theme;
  const source =
    question.draft === true ? (own === 'bip' ? oursAfterBip : ours) : own in quoted ? quoted[own as 'bip'] : ours;
  const stem = half === 'coordinator' ? `${own}-coordinator` : own;
  return { name: `${stem}-${slugOf(String(question.name))}`, theme: own, source, question };
}

/** What several surveys ask alike (the optional background) is one item. */
export function builtInItems(surveys: readonly AnyDefinition[]): BuiltInItem[] {
  const all = surveys.flatMap((survey) => {
    const theme = themes[survey.name] ?? 'own';
    const forms = isCard(survey)
      ? halfNames.map((half) => [half, survey.halves[half]] as const)
      : [['', survey] as const];
    return forms.flatMap(([half, form]) => questionsOf(form).map((each) => itemOf(theme, half, { ...each })));
  });
  return [...new Map(all.toReversed().map((item) => [item.name, item])).values()].toReversed();
}
