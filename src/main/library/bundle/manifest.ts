import { z } from 'zod';

/** The bundle format this Attache writes; it grows only where older readers would go wrong. */
export const bundleVersion = 1;

export const databaseEntry = 'library.sqlite';
export const manifestEntry = 'manifest.json';
export const originalEntry = (sha256: string): string => `originals/${sha256}`;

/** What a bundle says of itself, as `manifest.json`. */
export const manifestSchema = z.object({
  format: z.literal('attache-bundle'),
  version: z.int().min(1),
  /** The version of the database's schema. */
  schemaVersion: z.int().min(1),
  /** ISO 8601. */
  created: z.string(),
  /** SHA-256 of the database file, in hexadecimal. */
  database: z.string(),
  counts: z.object({
    articles: z.int(),
    annotations: z.int(),
    actors: z.int(),
    statements: z.int(),
    documents: z.int(),
    originals: z.int(),
  }),
});
export type Manifest = z.infer<typeof manifestSchema>;
