import type { MergeReport } from '../../../../shared/contract/methods/bundle.ts';
import type { Database } from '../../storage/database.ts';
import { mergeActors, mergeDecisions } from './actors.ts';
import { mergeAnnotations, mergeStatements } from './annotations.ts';
import { mergeArticles } from './articles.ts';
import { mergeDocuments, mergeOtherDetails } from './documents.ts';
import { MergeContext, type MergeSetting } from './merge-context.ts';
import { offerDeletions } from './offer-deletions.ts';
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
 * Merges the library `theirs` into `ours`, inside a transaction of the caller. Unless it was chosen
 * otherwise, nothing of ours is deleted or overwritten, and what differs is kept beside each other
 * under ids made of its content, so that merging again changes nothing. What theirs has deleted is
 * offered; what ours has deleted stays so, but for what theirs has worked on since.
 * Throws `invalid-input` for a choice that cannot be made.
 */
export function mergeLibrary(
  ours: Database,
  theirs: Database,
  setting: MergeSetting,
): Omit<MergeReport, 'name' | 'created'> {
  const context = new MergeContext(ours, theirs, setting);
  const others = mergeArticles(context);
  mergeActors(context);
  mergeDecisions(context);
  mergeAnnotations(context);
  mergeStatements(context);
  mergeDocuments(context);
  mergeSettings(context);
  for (const details of others) mergeOtherDetails(context, details);
  offerDeletions(context);
  return context.report();
}
