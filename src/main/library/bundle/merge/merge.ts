import type { MergeReport } from '../../../../shared/contract/methods/bundle.ts';
import type { Database } from '../../storage/database.ts';
import { mergeActors, mergeDecisions } from './actors.ts';
import { mergeAnnotations, mergeStatements } from './annotations.ts';
import { mergeArticles } from './articles.ts';
import { mergeDocuments, noteOtherDetails } from './documents.ts';
import { MergeContext } from './merge-context.ts';
import { mergeSettings } from './settings.ts';

/** Every table a merge brings in; those that are derived or only of one computer are not among them. */
export const mergedTables: readonly string[] = [
  'actor_names',
  'actor_relations',
  'actors',
  'annotation_tags',
  'annotations',
  'articles',
  'citations',
  'cleaning_rules',
  'colour_meanings',
  'document_links',
  'document_templates',
  'document_versions',
  'documents',
  'hidden_ranges',
  'mention_decisions',
  'near_duplicates',
  'not_duplicates',
  'originals',
  'proposal_dismissals',
  'saved_searches',
  'speaker_dismissals',
  'statements',
  'tags',
  'texts',
  'waiting_annotations',
];

/**
 * Merges the library `theirs` into `ours`, inside a transaction of the caller. Nothing of ours is
 * deleted or overwritten, what theirs has deleted stays, and what differs is kept beside each
 * other under ids made of its content, so that merging again changes nothing. `name` is what
 * copies are called after, `at` the time (ISO 8601) of notes about other details.
 */
export function mergeLibrary(
  ours: Database,
  theirs: Database,
  { name, at }: { readonly name: string; readonly at: string },
): Omit<MergeReport, 'name' | 'created'> {
  const context = new MergeContext(ours, theirs);
  const others = mergeArticles(context);
  mergeActors(context);
  mergeDecisions(context);
  mergeAnnotations(context);
  mergeStatements(context);
  mergeDocuments(context, name);
  mergeSettings(context);
  for (const details of others) noteOtherDetails(context, details, { name, at });
  return context.report();
}
