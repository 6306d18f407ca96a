import { z } from 'zod';
import { definitionParts } from '../domain/indicators/definitions.ts';
import { goal } from '../domain/programme/schema.ts';

export const goalDefinitions = z.object({
  goal: z.string(),
  versions: z
    .array(
      z.object({
        version: z.number().int(),
        since: z.string(),
        by: z
          .string()
          .nullable()
          .meta({ description: 'null: came in with a folder, or was there before versions were kept' }),
        changed: z.array(z.enum(definitionParts)).meta({ description: 'against the version before' }),
        definition: goal.pick({ indicator: true, target: true, near: true, siteTargets: true, groupTargets: true }),
      }),
    )
    .meta({ description: 'newest first' }),
});
export type GoalDefinitions = z.infer<typeof goalDefinitions>;
export type GoalDefinitionVersion = GoalDefinitions['versions'][number];
