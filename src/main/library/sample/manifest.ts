import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { actorKindSchema, statementKinds } from '../../../shared/model/actor.ts';
import { isoDate } from '../../../shared/model/article.ts';
import { colourSchema } from '../../../shared/model/annotation.ts';

const manifestSchema = z.object({
  /** What a person filled in where the article itself leaves it open. */
  articles: z.array(
    z.object({
      file: z.string(),
      'container-title': z.string(),
      issued: isoDate.optional(),
    }),
  ),
  actors: z.array(
    z.object({
      kind: actorKindSchema,
      name: z.string(),
      names: z.array(z.string()),
      description: z.string(),
    }),
  ),
  annotations: z.array(
    z.object({
      /** What the briefing calls it: `[@key]`. */
      key: z.string(),
      file: z.string(),
      quote: z.string(),
      colour: colourSchema,
      tags: z.array(z.string()),
      comment: z.string().optional(),
      kind: z.enum(statementKinds).optional(),
      /** An actor's preferred name. */
      speaker: z.string().optional(),
    }),
  ),
  notes: z.array(
    z.object({
      title: z.string(),
      markdown: z.string(),
      file: z.string().optional(),
      actor: z.string().optional(),
    }),
  ),
});

export interface SampleManifest extends z.infer<typeof manifestSchema> {
  /** Full paths of the sample's articles. */
  readonly paths: readonly string[];
  readonly briefing: string;
}

/** Reads `sample-corpus/` of the bundled resources. */
export function readSample(resources: string): SampleManifest {
  const folder = join(resources, 'sample-corpus');
  return {
    ...manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'sample.json'), 'utf8'))),
    briefing: readFileSync(join(folder, 'briefing.md'), 'utf8'),
    paths: readdirSync(folder)
      .filter((name) => /^\d\d-/.test(name))
      .sort()
      .map((name) => join(folder, name)),
  };
}
