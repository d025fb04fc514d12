import { z } from 'zod';
import { query } from '../define.ts';
import { gridFilter } from './statements.ts';
import { documentLanguageSchema, styleSchema } from './styles.ts';

/** With `path` the file is written there (whole or not at all); without, its bytes come back. */
const exported = z.union([
  z.object({ path: z.string() }),
  z.object({ name: z.string(), base64: z.string() }),
]);
const path = z.string().min(1).optional();

export const exportMethods = {
  'export.briefing': query(
    z
      .object({
        id: z.string(),
        format: z.enum(['docx', 'html', 'md', 'pdf']),
        /** How sources are written; without one, every note says all that is known. */
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
      .object({ format: z.enum(['jsonld', 'csv', 'md']), articleId: z.string().optional(), path })
      .strict(),
    exported,
  ),
  'export.sources': query(
    z
      .object({
        format: z.enum(['csl-json', 'bibtex', 'ris']),
        briefingId: z.string().optional(),
        path,
      })
      .strict(),
    exported,
  ),
  /** `csv`: a row for each statement; `grid`: the table of actors and articles, also as CSV. */
  'export.statements': query(
    gridFilter.extend({ format: z.enum(['csv', 'grid']).default('csv'), path }).strict(),
    exported,
  ),
  'export.network': query(
    z.object({ format: z.enum(['graphml', 'csv']), path }).strict(),
    exported,
  ),
  'export.bundle': query(
    z.object({ format: z.enum(['attache', 'qdpx']).optional(), path }).strict(),
    exported,
  ),
};
