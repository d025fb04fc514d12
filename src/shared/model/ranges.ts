import { z } from 'zod';

/** A position in an article's text, in UTF-16 code units. */
export const offset = z.int().min(0);

/** `[start, end)` in UTF-16 code units of one article's text. */
export const rangeSchema = z.object({ start: offset, end: offset });
export type TextRange = z.infer<typeof rangeSchema>;

const blockKinds = [
  'paragraph',
  'heading',
  'quote',
  'list-item',
  'caption',
  'preformatted',
  'table-row',
  'rule',
] as const;

/** One block of the text. Blocks are in order and never overlap; only white space lies between them. */
export const blockSchema = rangeSchema.extend({
  kind: z.enum(blockKinds),
  /** Headings: 1 to 6. List items: nesting depth from 1. */
  level: z.int().min(1).max(9).optional(),
  ordered: z.boolean().optional(),
});
export type Block = z.infer<typeof blockSchema>;

/** An inline mark from the original: emphasis, a link, or the page a stretch of text stood on. */
export const markSchema = rangeSchema.extend({
  kind: z.enum(['emphasis', 'strong', 'code', 'link', 'page', 'subscript', 'superscript']),
  href: z.string().optional(),
  label: z.string().optional(),
});
export type Mark = z.infer<typeof markSchema>;

export const hiddenReasons = [
  'newsletter-prompt',
  'follow-topic',
  'photo-credit',
  'caption',
  'share-bar',
  'comment-prompt',
  'footer',
  'author-box',
  'copyright',
  'related-links',
  'advertisement',
  'repetition',
  'outlet-repetition',
  'navigation',
  'separator',
  'byline',
  'metadata',
  'not-shown',
  'by-person',
] as const;

/** A stretch hidden in the clean view. Hiding never changes the text. */
export const hiddenSchema = rangeSchema.extend({
  reason: z.enum(hiddenReasons),
  /** `rule` hid it by itself; `offered` is only suggested and still shown; `person` hid it. */
  by: z.enum(['rule', 'offered', 'person']).optional(),
  /** `outlet-repetition`: in how many articles of the outlet the line was seen. */
  articles: z.int().min(1).optional(),
});
export type HiddenRange = z.infer<typeof hiddenSchema>;
export type HiddenReason = HiddenRange['reason'];
