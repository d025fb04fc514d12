import type { PreviewItem } from '../../../../shared/model/import.ts';
import { comparableOf, withRules } from '../candidate.ts';
import { findTwin, type TwinsInMemory } from '../duplicates/twins.ts';
import { findEarlier } from '../reimport/earlier.ts';
import type { ImportContext } from '../context.ts';
import type { PreviewedArticle } from './preview.ts';

const nameText = (name: {
  literal?: string | undefined;
  given?: string | undefined;
  family?: string | undefined;
}) => name.literal ?? [name.given, name.family].filter(Boolean).join(' ');

type Duplicate = NonNullable<PreviewItem['duplicate']>;

/** An article of the library goes before a row of the preview that is no closer. */
function closer(stored: Duplicate | null, row: Duplicate | null): Duplicate | null {
  if (stored === null || row === null) return stored ?? row;
  return row.similarity > stored.similarity ? row : stored;
}

/** What a row is like: in the library, and among the rows before it. */
export function likenessOf(
  context: ImportContext,
  { key, candidate }: PreviewedArticle,
  earlier: TwinsInMemory<string>,
): Pick<PreviewItem, 'key' | 'duplicate' | 'earlier'> {
  const comparable = comparableOf(candidate);
  const { db, fingerprints } = context;
  const stored = findTwin(db, fingerprints, comparable, earlier.threshold);
  const row = earlier.find(comparable);
  earlier.add(key, comparable);
  return {
    key,
    duplicate: closer(
      stored && { ...stored, articleId: stored.of.id, of: stored.of.id },
      row && { ...row, articleId: null },
    ),
    earlier: stored?.kind === 'identical' ? null : findEarlier(db, candidate, stored),
  };
}

/** A row as it is shown, after the rules of its outlet. */
export function toItem(
  context: ImportContext,
  row: PreviewedArticle,
  earlier: TwinsInMemory<string>,
): PreviewItem {
  const candidate = withRules(context.db, row.candidate);
  const { fields, parsed } = candidate;
  return {
    ...likenessOf(context, { ...row, candidate }, earlier),
    source: candidate.source,
    format: candidate.format,
    encoding: candidate.encoding,
    encodingConfidence: candidate.encodingConfidence,
    title: fields.title,
    titleProposed: fields.titleProposed,
    'container-title': fields.containerTitle,
    author: fields.author.map(nameText),
    issued: fields.issued,
    language: fields.language,
    origin: candidate.origin?.name ?? null,
    words: candidate.words,
    text: parsed.text,
    hidden: [...parsed.hidden],
    proposals: [...parsed.proposals],
  };
}
