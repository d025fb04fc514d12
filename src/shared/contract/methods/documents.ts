import { z } from 'zod';
import {
  aboutSchema,
  blockChangeSchema,
  checkSchema,
  documentSchema,
  documentSummarySchema,
  lexicalContentSchema,
} from '../../model/document.ts';
import { command, query } from '../define.ts';

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const byId = z.object({ id: z.string() }).strict();
const markdown = z.string().max(20_000_000);
const title = z.string().trim().max(500);
/** A document as a script may give it: Lexical JSON, the same as text, or Markdown. */
const content = z.union(
  [
    lexicalContentSchema,
    z.object({ markdown }).strict(),
    z.string().max(20_000_000).transform(asJson).pipe(lexicalContentSchema),
  ],
  { error: 'a document is Lexical JSON, with its "root", or {markdown}' },
);
/** All documents, or those that are about, link to, or cite from what is given. */
const list = query(
  z
    .object({
      articleId: z.string().optional(),
      actorId: z.string().optional(),
      documentId: z.string().optional(),
      /** The same as `articleId` or `actorId`. */
      about: aboutSchema.strict().optional(),
      trashed: z.boolean().optional(),
    })
    .strict(),
  z.object({ items: z.array(documentSummarySchema), total: z.int() }),
);
/** Content as Lexical JSON, or Markdown in which `[@annotationId]` is a citation. */
const create = z
  .object({
    title: title.optional(),
    markdown: markdown.optional(),
    content: content.optional(),
    about: aboutSchema.optional(),
  })
  .strict();
/** With `revision`, the save is refused where somebody else saved in between. */
const update = z
  .object({
    id: z.string(),
    title: title.optional(),
    markdown: markdown.optional(),
    content: content.optional(),
    revision: z.int().optional(),
  })
  .strict();

export const documentMethods = {
  /** What a note or briefing is like without its content: what somebody who has it open asks for. */
  'documents.state': query(
    byId,
    documentSchema.pick({ id: true, title: true, revision: true, citations: true }),
  ),
  /**
   * Saves what somebody changed in a note or briefing they have open since `revision`: from block
   * `start` on, `removed` top-level blocks gave their place to `blocks`. Refused with `conflict`
   * where somebody else saved in between. Answers with the revision there is now and no content.
   */
  'documents.save': command(
    z
      .object({
        id: z.string(),
        revision: z.int(),
        title: title.optional(),
        change: blockChangeSchema.strict().optional(),
      })
      .strict(),
    documentSchema.pick({ id: true, revision: true }),
  ),
  /** Takes a note or briefing out of the trash. */
  'documents.restore': command(byId, z.object({ id: z.string() })),
  'notes.create': command(create, documentSchema),
  'notes.get': query(byId, documentSchema),
  'notes.update': command(update, documentSchema),
  'notes.delete': command(byId, z.object({ id: z.string() })),
  'notes.list': list,
  /** From words, a template, a template of one's own, or a note, whose citations it keeps. */
  'briefings.create': command(
    create
      .extend({
        template: z.enum(['blank', 'briefing']).optional(),
        templateId: z.string().optional(),
        noteId: z.string().optional(),
      })
      .strict(),
    documentSchema,
  ),
  'briefings.get': query(byId, documentSchema),
  'briefings.update': command(update, documentSchema),
  'briefings.delete': command(byId, z.object({ id: z.string() })),
  'briefings.list': list,
  /** Checks the stored briefing, or `content` that is not saved yet. */
  'briefings.check': query(
    z.object({ id: z.string(), content: content.optional() }).strict(),
    checkSchema,
  ),
};
