import type { PreviewItem } from '../../../../shared/model/import.ts';
import { titleOf } from '../../articles/store.ts';
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

/** What a row is like, and what it is a changed copy of. */
export type RowLikeness = Pick<PreviewItem, 'key' | 'duplicate' | 'earlier'>;

type Duplicate = NonNullable<PreviewItem['duplicate']>;

/** An article of the library goes before a row of the preview that is no closer. */
function closer(stored: Duplicate | null, row: Duplicate | null): Duplicate | null {
  if (stored === null || row === null) return stored ?? row;
  return row.similarity > stored.similarity ? row : stored;
}

/** A row after the rules of its outlet. */
const ruled = ({ db }: ImportContext, { key, candidate }: PreviewedArticle): PreviewedArticle => ({
  key,
  candidate: withRules(db, candidate),
});

/**
 * What a row is like: in the library, and among the rows before it. One that is there already is
 * left out, so nothing is said to be like it.
 */
function likenessOf(
  context: ImportContext,
  { key, candidate }: PreviewedArticle,
  earlier: TwinsInMemory<string>,
): RowLikeness {
  const comparable = comparableOf(candidate);
  const { db, fingerprints } = context;
  const stored = findTwin(db, fingerprints, comparable, earlier.threshold);
  const row = earlier.find(comparable);
  const duplicate = closer(
    stored && {
      ...stored,
      articleId: stored.of.id,
      title: titleOf(db, stored.of.id),
      of: stored.of.id,
    },
    row && { ...row, articleId: null, title: null },
  );
  if (duplicate?.kind !== 'identical') earlier.add(key, comparable);
  return {
    key,
    duplicate,
    earlier: stored?.kind === 'identical' ? null : findEarlier(db, candidate, stored),
  };
}

/** Compares a row of a preview with the library and the rows before it, and joins it to these. */
export const compareRow = (
  context: ImportContext,
  row: PreviewedArticle,
  earlier: TwinsInMemory<string>,
): RowLikeness => likenessOf(context, ruled(context, row), earlier);

/** A row as it is shown, compared as in `compareRow`. */
export function toItem(
  context: ImportContext,
  read: PreviewedArticle,
  earlier: TwinsInMemory<string>,
): PreviewItem {
  const row = ruled(context, read);
  const { candidate } = row;
  const { fields, parsed } = candidate;
  return {
    ...likenessOf(context, row, earlier),
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
