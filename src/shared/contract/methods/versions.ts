import { z } from 'zod';
import { documentSchema } from '../../model/document.ts';
import { comparedBlockSchema, versionContentSchema, versionSchema } from '../../model/version.ts';
import { command, query } from '../define.ts';

const byId = z.object({ id: z.string() }).strict();
const name = z.string().trim().min(1).max(200);

/** Versions of notes and briefings: kept by themselves, or by a person under a name. */
export const versionMethods = {
  /** The newest first. */
  'versions.list': query(
    z.object({ documentId: z.string() }).strict(),
    z.object({ items: z.array(versionSchema), total: z.int() }),
  ),
  'versions.get': query(byId, versionContentSchema),
  /** Keeps the document as it is saved now, under a name. */
  'versions.create': command(z.object({ documentId: z.string(), name }).strict(), versionSchema),
  /** Names a version, which then is never thinned out. */
  'versions.update': command(z.object({ id: z.string(), name }).strict(), versionSchema),
  'versions.delete': command(byId, z.object({ id: z.string() })),
  /** What changed from a version to `with`, or to the document as it is saved now. */
  'versions.compare': query(
    z.object({ id: z.string(), with: z.string().optional() }).strict(),
    z.object({
      blocks: z.array(comparedBlockSchema),
      /** Words that came and went. */
      added: z.int(),
      removed: z.int(),
    }),
  ),
  /** Makes the document what it was; what it is now becomes a version. */
  'versions.restore': command(byId, documentSchema),
};
