import { z } from 'zod';
import { documentLanguages } from '../../model/document-language.ts';
import { query } from '../define.ts';

/** Citation styles that come with Attache: Chicago (notes), APA, Harvard. */
export const bundledStyles = ['chicago', 'apa', 'harvard'] as const;
export type BundledStyle = (typeof bundledStyles)[number];

/** A bundled style by its name, or the content of a `.csl` file. */
export const styleSchema = z.union([
  z.enum(bundledStyles),
  z.object({ csl: z.string().max(2_000_000) }).strict(),
]);
export type CitationStyle = z.infer<typeof styleSchema>;

/** The languages an exported document can be in. */
export const documentLanguageSchema = z.enum(documentLanguages);

/** A stretch of a formatted reference with its look; `href` is an address safe to follow. */
const runSchema = z.object({
  text: z.string(),
  italic: z.literal(true).optional(),
  bold: z.literal(true).optional(),
  superscript: z.literal(true).optional(),
  subscript: z.literal(true).optional(),
  smallCaps: z.literal(true).optional(),
  href: z.string().optional(),
});
export type ReferenceRun = z.infer<typeof runSchema>;

export const styleMethods = {
  /** The bundled citation styles with their full titles. */
  'styles.list': query(
    z.object({}).strict(),
    z.object({ items: z.array(z.object({ id: z.enum(bundledStyles), title: z.string() })) }),
  ),
  /**
   * One source in a style, as a note and as an entry of the table of sources: the first that the
   * briefing cites, or the library's newest article. Both are empty where there is none. `language`
   * is what the export is in where none is asked for. Throws `not-found`, and `invalid-input` for a
   * style that cannot be used.
   */
  'styles.preview': query(
    z
      .object({
        style: styleSchema.optional(),
        briefingId: z.string().optional(),
        language: documentLanguageSchema.optional(),
      })
      .strict(),
    z.object({
      title: z.string(),
      language: documentLanguageSchema,
      note: z.array(runSchema),
      source: z.array(runSchema),
    }),
  ),
};
