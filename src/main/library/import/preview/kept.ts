import { z } from 'zod';
import { AttacheError } from '../../../../shared/contract/errors.ts';
import { decisionSchema } from '../../../../shared/model/import.ts';
import { unread, type ReadFile } from '../read-files.ts';
import type { SourceFile } from '../sources.ts';
import { decided, type Decision } from './decide.ts';
import type { PreviewFile } from './preview.ts';

/**
 * What a person decided about a file in a preview, as it outlives the program: by the place of its
 * articles in the file, null where an article is taken as it was read.
 */
export const keptSchema = z.object({
  encoding: z.string().optional(),
  articles: z.array(decisionSchema.omit({ key: true }).nullable()),
});
export type Kept = z.infer<typeof keptSchema>;

/** A file's decisions and the SHA-256 of the bytes they were made on. */
export interface KeptDecisions {
  readonly sha256: string;
  readonly kept: Kept;
}

const isAsRead = ({ include, fields, hidden, as, near }: Decision): boolean =>
  include && [fields, hidden, as, near].every((value) => value === undefined);

/** What is to be kept of a previewed file; undefined where all of it is taken as it was read. */
export function keptOf(
  { file, rows }: PreviewFile,
  decisions: ReadonlyMap<string, Decision>,
): KeptDecisions | undefined {
  const articles = rows.map(({ key }) => {
    const decision = decisions.get(key);
    if (decision === undefined || isAsRead(decision)) return null;
    const { key: _, ...rest } = decision;
    return rest;
  });
  const { encoding } = file;
  const [row] = rows;
  if (row === undefined) return undefined;
  if (encoding === undefined && articles.every((one) => one === null)) return undefined;
  return {
    sha256: row.candidate.sha256,
    kept: encoding === undefined ? { articles } : { encoding, articles },
  };
}

/** The file changed after a person had looked it over: what they decided may no longer fit. */
export const changedSince = ({ name }: SourceFile): AttacheError =>
  new AttacheError(
    'file-unreadable',
    `"${name}" has changed since it was looked over. Import it again to see what it says now.`,
  );

/** A file that was read again, as it was decided about; one that has changed is not read. */
export function asDecided(read: ReadFile, decisions: KeptDecisions | undefined): ReadFile {
  const { candidates } = read;
  const [first] = candidates;
  if (decisions === undefined || first === undefined) return read;
  const { articles } = decisions.kept;
  if (first.sha256 !== decisions.sha256 || candidates.length !== articles.length) {
    return unread(read.file, changedSince(read.file));
  }
  return {
    ...read,
    candidates: candidates.flatMap((candidate, index) => {
      const decision = articles[index] ?? undefined;
      if (decision === undefined) return [candidate];
      return decision.include ? [decided(candidate, decision, [])] : [];
    }),
  };
}
