import { z } from 'zod';
import { oneOf } from '../one-of.ts';
import { query } from '../define.ts';
import { gridFilter } from './statements.ts';
import { documentLanguageSchema, styleSchema } from './styles.ts';

/** With `path` the file is written there (whole or not at all); without, its bytes come back. */
const exported = z.union([
  z.object({ path: z.string() }),
  z.object({ name: z.string(), base64: z.string() }),
]);
const path = z.string().min(1).optional();

const viewName = z.string().min(1).max(200);
const tableRows = z
  .array(z.array(z.union([z.string().max(100_000), z.number()])).max(10_000))
  .max(100_000);
const picture = z.string().min(1).max(40_000_000);

/** What each export is written as, the usual one first. */
export const exportFormats = {
  briefing: ['docx', 'html', 'md', 'pdf'],
  annotations: ['jsonld', 'csv', 'md'],
  sources: ['csl-json', 'bibtex', 'ris'],
  statements: ['csv', 'grid'],
  network: ['graphml', 'csv'],
  bundle: ['attache', 'qdpx'],
} as const;

/** Other names of formats, as files, programs and people call them. */
export const formatAliases = {
  briefing: { markdown: 'md' },
  annotations: { 'json-ld': 'jsonld', json: 'jsonld', markdown: 'md' },
  sources: { csl: 'csl-json', json: 'csl-json', bib: 'bibtex' },
  bundle: { 'refi-qda': 'qdpx' },
} as const;

export const exportMethods = {
  'export.briefing': query(
    z
      .object({
        id: z.string(),
        format: oneOf(exportFormats.briefing, formatAliases.briefing),
        /** How sources are written; without one, the first note to each says all that is known. */
        style: styleSchema.optional(),
        /** Of what the document says beside its text; without one, that of its text. */
        language: documentLanguageSchema.optional(),
        path,
      })
      .strict(),
    exported,
  ),
  'export.annotations': query(
    z
      .object({
        format: oneOf(exportFormats.annotations, formatAliases.annotations),
        articleId: z.string().optional(),
        /** Of the headings of Markdown; without one, that of the comments, else of most articles. */
        language: documentLanguageSchema.optional(),
        path,
      })
      .strict(),
    exported,
  ),
  'export.sources': query(
    z
      .object({
        format: oneOf(exportFormats.sources, formatAliases.sources),
        briefingId: z.string().optional(),
        /** Only these of the articles, as far as they are there. */
        articleIds: z.array(z.string()).min(1).max(100_000).optional(),
        path,
      })
      .strict(),
    exported,
  ),
  /** `csv`: a row for each statement; `grid`: the table of actors and articles, also as CSV. */
  'export.statements': query(
    gridFilter.extend({ format: z.enum(exportFormats.statements).default('csv'), path }).strict(),
    exported,
  ),
  'export.network': query(
    z.object({ format: z.enum(exportFormats.network), path }).strict(),
    exported,
  ),
  /**
   * What a view shows, as the page hands it over: a picture it drew (base64 of its bytes), or the
   * rows of its table. `name` is that of the file, without its ending.
   */
  'export.view': query(
    z.discriminatedUnion('format', [
      z.object({ format: z.literal('csv'), name: viewName, rows: tableRows, path }).strict(),
      z.object({ format: z.enum(['svg', 'png']), name: viewName, base64: picture, path }).strict(),
    ]),
    exported,
  ),
  'export.bundle': query(
    z
      .object({ format: oneOf(exportFormats.bundle, formatAliases.bundle).optional(), path })
      .strict(),
    exported,
  ),
};
