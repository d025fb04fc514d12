import { z } from 'zod';
import {
  articleFieldsSchema,
  articleSchema,
  articleSummarySchema,
  textVersionSchema,
} from '../../model/article.ts';
import { comparedBlockSchema } from '../../model/version.ts';
import { proposalSchema } from '../../model/import.ts';
import { hiddenReasons, offset } from '../../model/ranges.ts';
import { command, query } from '../define.ts';
import { oneOf } from '../one-of.ts';

const byId = z.object({ id: z.string() }).strict();

/** What is hidden of an article afterwards, and what is only offered. */
const hiddenLayers = articleSchema.pick({ hidden: true, offered: true });

const revisedText = z.object({
  article: articleSchema,
  /** Ids of annotations. */
  moved: z.array(z.string()),
  orphaned: z.array(z.string()),
  exact: z.int(),
});

export const sortKeys = [
  'issued',
  '-issued',
  'title',
  '-title',
  'container-title',
  '-container-title',
  'added',
  '-added',
  'words',
  '-words',
  'language',
  '-language',
] as const;

/** Other names of sort keys, as people say them and as programs that talk to others write them. */
const sortAliases = {
  date: 'issued',
  '-date': '-issued',
  outlet: 'container-title',
  '-outlet': '-container-title',
  imported: 'added',
  '-imported': '-added',
} as const;

/** Everything `sort` takes. */
export const sortNames = [
  ...sortKeys,
  ...(Object.keys(sortAliases) as (keyof typeof sortAliases)[]),
];

/** Which articles a list has, and in which order. */
const listed = z.object({
  /** Search grammar, articles only. */
  query: z.string().max(10_000).optional(),
  /** A leading `-` sorts descending. Unknown dates come last either way. */
  sort: oneOf(sortKeys, sortAliases).default('-issued'),
  unread: z.boolean().optional(),
  trashed: z.boolean().optional(),
});

export const articleMethods = {
  'articles.list': query(
    listed
      .extend({
        /** Only these of the articles, as far as they are there. */
        ids: z.array(z.string()).max(1000).optional(),
        limit: z.int().min(1).max(100_000).default(100),
        cursor: z.string().optional(),
      })
      .strict(),
    z.object({
      items: z.array(articleSummarySchema),
      total: z.int(),
      nextCursor: z.string().nullable(),
    }),
  ),
  /** The ids of all that a list would show, in its order. */
  'articles.ids': query(listed.strict(), z.object({ ids: z.array(z.string()) })),
  /** With an older `version`, its text and layers; what is hidden is known of the current one only. */
  'articles.get': query(
    z.object({ id: z.string(), version: z.int().min(1).optional() }).strict(),
    articleSchema,
  ),
  /**
   * The words of places in articles, with up to `around` UTF-16 units on either side, in the order
   * asked for. Line breaks are spaces.
   */
  'articles.excerpts': query(
    z
      .object({
        places: z
          .array(z.object({ articleId: z.string(), start: offset, end: offset }).strict())
          .max(1000),
        around: z.int().min(0).max(500).default(70),
      })
      .strict(),
    z.object({
      items: z.array(
        z.object({
          articleId: z.string(),
          title: z.string(),
          start: offset,
          end: offset,
          before: z.string(),
          words: z.string(),
          after: z.string(),
        }),
      ),
    }),
  ),
  /** The versions of an article's text, the newest first; the first of them is the current one. */
  'articles.versions': query(byId, z.object({ items: z.array(textVersionSchema) })),
  /** What changed from one version of an article's text to another, block by block. */
  'articles.compare': query(
    z.object({ id: z.string(), from: z.int().min(1), to: z.int().min(1) }).strict(),
    z.object({
      blocks: z.array(comparedBlockSchema),
      /** Words that came and went. */
      added: z.int(),
      removed: z.int(),
    }),
  ),
  /**
   * What the words of the article say of its fields, read again, each with its evidence; nothing is
   * changed. A date without its year has `choices`: see `proposalSchema`.
   */
  'articles.proposals': query(byId, z.object({ items: z.array(proposalSchema) })),
  /** Corrects bibliographic fields. The text is never touched. */
  'articles.update': command(
    z.object({ id: z.string() }).extend(articleFieldsSchema.shape).strict(),
    articleSchema,
  ),
  /**
   * Gives the article a new text as a new version; earlier ones stay. Its passages are looked for
   * in it: `exact` still stand where they stood, `moved` wait for the person, `orphaned` are lost.
   */
  'articles.revise': command(
    z.object({ id: z.string(), text: z.string().min(1) }).strict(),
    revisedText,
  ),
  /**
   * Brings an earlier version of an article's text back, as its newest version; its passages are
   * looked for in it as by `articles.revise`. A version there is not is `not-found`, one that reads
   * as the current text `invalid-input`.
   */
  'articles.revert': command(
    z.object({ id: z.string(), version: z.int().min(1) }).strict(),
    revisedText,
  ),
  /** Remembers where the person is in the text. Not part of the undo history. */
  'articles.progress': command(
    z
      .object({ id: z.string(), position: offset.optional(), read: z.boolean().optional() })
      .strict(),
    z.object({}),
  ),
  /**
   * Marks articles as read or as unread, those of `ids` that are there. Answers with the ids of those
   * that were not so before. Not part of the undo history: the way back is the opposite.
   */
  'articles.markRead': command(
    z.object({ ids: z.array(z.string()).min(1).max(100_000), read: z.boolean() }).strict(),
    z.object({ changed: z.array(z.string()) }),
  ),
  /** Hides a range in the clean view. */
  'articles.hide': command(
    z
      .object({
        id: z.string(),
        start: offset,
        end: offset,
        reason: z.enum(hiddenReasons).default('by-person'),
      })
      .strict(),
    hiddenLayers,
  ),
  /** Hides every range that is only offered. */
  'articles.hideOffered': command(byId, hiddenLayers),
  /**
   * Restores the hidden ranges that touch `[start, end)`, or all of them without a range. A line that
   * was hidden or offered because it comes back in its outlet stays shown in later articles, too.
   */
  'articles.unhide': command(
    z.object({ id: z.string(), start: offset.optional(), end: offset.optional() }).strict(),
    hiddenLayers,
  ),
  /** Moves articles to the trash. */
  'articles.delete': command(
    z.object({ id: z.union([z.string(), z.array(z.string()).min(1)]) }).strict(),
    z.object({ deleted: z.array(z.string()) }),
  ),
  /** Takes articles out of the trash. */
  'articles.restore': command(
    z.object({ id: z.union([z.string(), z.array(z.string()).min(1)]) }).strict(),
    z.object({ restored: z.array(z.string()) }),
  ),
  /** The imported bytes, unchanged, as base64. */
  'articles.original': query(byId, z.object({ name: z.string(), base64: z.string() })),
};
