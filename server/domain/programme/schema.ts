// programme.json: sites, codes, fields, waves, goals and targets are data of the programme, never of the code.
import { z } from 'zod';
import { genders } from './records.ts';

export const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'use a-z, 0-9 and hyphen, at most 64 characters');
export const day = z.iso.date();
/** Swedish is required; any other language may stand beside it. */
export const localized = z
  .object({ sv: z.string().min(1).max(2000), en: z.string().max(2000).optional() })
  .catchall(z.string().max(2000));

const code = z.strictObject({
  value: z.string().min(1).max(100),
  title: localized,
  jobFocused: z.boolean().optional(),
});
export type Code = z.infer<typeof code>;

const site = z.strictObject({ slug, title: z.string().min(1).max(200) });
const field = z.strictObject({
  name: z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/),
  title: localized,
  choices: z.array(z.string().min(1)).optional(),
});
const wave = z.strictObject({ slug, title: localized, survey: slug, opens: day.optional(), closes: day.optional() });

const number = z.number();
/** Exactly one key. Shares are 0-1. */
export const target = z.union([
  z.strictObject({ atLeast: number }),
  z.strictObject({ atMost: number }),
  z.strictObject({ between: z.tuple([number, number]) }),
  z.strictObject({ above: number }),
  z.strictObject({ below: number }),
  z.strictObject({ aboveWave: slug }),
  z.strictObject({ judged: z.string().min(1) }),
]);
export type Target = z.infer<typeof target>;

export const populations = ['enrolments', 'exits', 'responses', 'assessed', 'followUps'] as const;
export type Population = (typeof populations)[number];
export const measures = ['count', 'people', 'share', 'mean', 'meanChange', 'shareOfSites', 'judged'] as const;
export type Measure = (typeof measures)[number];

const expression = z.string().min(1).max(4000);
const reach = z.strictObject({
  measure: z.enum(['count', 'people', 'share', 'mean', 'meanChange']),
  of: z.union([expression, z.array(z.string().min(1)).min(1)]).optional(),
  base: z.enum(['all', 'answered']).optional(),
  target,
});
export const indicator = z
  .strictObject({
    population: z.enum(populations).optional(),
    measure: z.enum(measures),
    survey: slug.optional(),
    wave: slug.optional(),
    of: z.union([expression, z.array(z.string().min(1)).min(1)]).optional(),
    where: expression.optional(),
    base: z.enum(['all', 'answered']).optional(),
    reach: reach.optional(),
  })
  .superRefine((value, context) => {
    const need = (name: 'population' | 'survey' | 'of' | 'reach') => {
      if (value[name] === undefined)
        context.addIssue({ code: 'custom', path: [name], message: `needed for measure ${value.measure}` });
    };
    if (value.measure !== 'judged') need('population');
    if (value.population === 'responses') need('survey');
    if (['share', 'mean', 'meanChange'].includes(value.measure)) need('of');
    if (value.measure === 'shareOfSites') need('reach');
    if (value.measure === 'meanChange' && value.population !== 'assessed')
      context.addIssue({ code: 'custom', path: ['population'], message: 'meanChange counts assessed' });
  });
export type Indicator = z.infer<typeof indicator>;

export const verdictStatus = z.enum(['met', 'near', 'notMet', 'noData']);
export const verdict = z.strictObject({
  status: verdictStatus,
  motivation: z.string().trim().min(1).max(10_000),
  by: z.string().min(1).max(200),
  date: day,
});
export type Verdict = z.infer<typeof verdict>;

export const groupBy = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
export const goal = z.strictObject({
  id: slug,
  title: localized,
  description: localized.optional(),
  indicator,
  target: target.optional(),
  near: z.number().min(0).optional(),
  siteTargets: z.record(slug, target).optional(),
  groupTargets: z.array(z.strictObject({ by: groupBy, target })).optional(),
  verdict: verdict.optional(),
});
export type Goal = z.infer<typeof goal>;

/** What the funder's form calls each value; a value without a code is called as here. Age bands by their lower bound. */
const funderCode = z.record(z.string().min(1).max(100), z.string().trim().min(1).max(50));
const funderCodes = z.strictObject({
  gender: funderCode.optional(),
  ageBand: funderCode.optional(),
  site: funderCode.optional(),
});

const ascending = (values: number[]) => values.every((value, at) => at === 0 || value > (values[at - 1] ?? value));
const bands = z.array(z.number().min(0)).min(1).refine(ascending, 'lower bounds must rise');
const codes = z.array(code).default([]);

export const programmeDefinition = z
  .strictObject({
    slug,
    title: localized,
    start: day,
    end: day.optional(),
    sites: z.array(site).min(1),
    codes: z
      .strictObject({
        exitReason: codes,
        exitStatus: codes,
        intervention: codes,
        role: codes,
        referrer: codes.optional(),
      })
      .prefault({}),
    fields: z.array(field).default([]),
    activityBands: bands.default([0, 1, 6, 10, 20, 30]),
    ageBands: bands.default([16, 19, 25, 30, 45]),
    waves: z.array(wave).default([]),
    funderCodes: funderCodes.optional(),
    suppression: z
      .strictObject({
        below: z.number().int().min(2).max(50).default(5),
        cells: z.boolean().default(false),
        cross: z.array(z.tuple([z.string(), z.string()])).optional(),
      })
      .prefault({}),
    goals: z.array(goal).default([]),
  })
  .superRefine((value, context) => {
    const unique = (path: string, keys: string[]) => {
      const twice = keys.find((key, at) => keys.indexOf(key) !== at);
      if (twice !== undefined)
        context.addIssue({
          code: 'custom',
          path: [path],
          message: `"${twice}" stands twice`,
          params: { code: 'twice' },
        });
    };
    unique(
      'sites',
      value.sites.map((each) => each.slug),
    );
    unique(
      'goals',
      value.goals.map((each) => each.id),
    );
    unique(
      'waves',
      value.waves.map((each) => `${each.survey} ${each.slug}`),
    );
    unique(
      'fields',
      value.fields.map((each) => each.name),
    );
    const known = {
      gender: genders.map(String),
      ageBand: [...value.ageBands.map(String), 'unknown'],
      site: value.sites.map((each) => each.slug),
    };
    for (const name of ['gender', 'ageBand', 'site'] as const)
      for (const each of Object.keys(value.funderCodes?.[name] ?? {}))
        if (!known[name].includes(each)) {
          const message = `"${each}" is none of ${known[name].join(', ')}`;
          context.addIssue({ code: 'custom', path: ['funderCodes', name, each], message });
        }
    for (const [name, list] of Object.entries(value.codes))
      unique(
        `codes.${name}`,
        (list ?? []).map((each) => each.value),
      );
  });
/** A programme as checked and with defaults filled in. */
export type Programme = z.infer<typeof programmeDefinition>;
/** A programme as written in programme.json. */
export type ProgrammeInput = z.input<typeof programmeDefinition>;
