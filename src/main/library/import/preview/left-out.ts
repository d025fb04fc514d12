import { titleOf } from '../../articles/store.ts';
import { comparableOf, withRules, type Candidate } from '../candidate.ts';
import type { ImportContext, RunResult } from '../context.ts';
import { findTwin } from '../duplicates/twins.ts';

/**
 * What became of rows that were not imported, once the others are stored: the library has the words
 * of some, the others were left out by the person. `threshold` as in `findTwin`.
 */
export function leftOutOf(
  context: ImportContext,
  candidates: readonly Candidate[],
  threshold: number,
): Pick<RunResult, 'duplicates' | 'leftOut'> {
  const { db, fingerprints } = context;
  const duplicates: RunResult['duplicates'] = [];
  const leftOut: RunResult['leftOut'] = [];
  for (const candidate of candidates) {
    const { source, fields } = candidate;
    const comparable = comparableOf(withRules(db, candidate));
    const twin = findTwin(db, fingerprints, comparable, threshold);
    if (twin?.kind !== 'identical') {
      leftOut.push({ source, title: fields.title });
      continue;
    }
    const articleId = twin.of.id;
    const title = titleOf(db, articleId);
    const identical = { kind: 'identical', similarity: 1, imported: null } as const;
    duplicates.push({ source, articleId, title, ...identical });
  }
  return { duplicates, leftOut };
}
