import type { ImportFailure, PreviewItem, PreviewRecord } from '../../../../shared/model/import.ts';
import type { Database } from '../../storage/database.ts';
import type { Candidate, RecordCandidate } from '../candidate.ts';
import { proposalsOfRecord } from '../formats/bibliography/abstract-article.ts';
import { failure } from '../sources.ts';
import { fillableOf, fillingOf, knownArticles, matchesNothing } from './attach.ts';
import { KnownArticles, type Match } from './known-articles.ts';

/** A row of the preview with what is shown of it. */
export interface ShownRow {
  readonly key: string;
  readonly candidate: Candidate;
  readonly item: PreviewItem;
}

/** An article of the library or a row of the preview. */
type Place = { readonly articleId: string } | { readonly row: string };

/** A record of the preview and where it belongs: an article's id, or a row's key. */
export interface PlacedRecord {
  readonly key: string;
  readonly candidate: RecordCandidate;
  readonly match: Match<Place>;
}

/** Records with the keys they would have as rows. */
export interface KeyedRecord {
  readonly key: string;
  readonly candidate: RecordCandidate;
}

export interface Placing {
  readonly placed: readonly PlacedRecord[];
  readonly shown: readonly PreviewRecord[];
  /** Rows of their own. */
  readonly alone: readonly { readonly key: string; readonly candidate: Candidate }[];
  readonly failed: readonly ImportFailure[];
  /** Rows that show what a record says of them. */
  readonly filled: ReadonlyMap<string, PreviewItem>;
}

/** The library's articles, and the rows that are none of them. */
function known(db: Database, rows: readonly ShownRow[]): KnownArticles<Place> {
  const all = knownArticles<Place>(db, (articleId) => ({ articleId }));
  for (const { key, candidate, item } of rows) {
    const isStored = item.duplicate?.kind === 'identical' || item.earlier?.chosen === true;
    if (!isStored) all.add({ row: key }, candidate.fields);
  }
  return all;
}

const nameText = (name: {
  literal?: string | undefined;
  given?: string | undefined;
  family?: string | undefined;
}) => name.literal ?? [name.given, name.family].filter(Boolean).join(' ');

/** A row as it will be once a record has filled it, the record's words as evidence first. */
function withRecord(
  item: PreviewItem,
  { fields }: ReturnType<typeof fillingOf>,
  { record }: RecordCandidate,
): PreviewItem {
  const { title, author, language, issued } = fields;
  return {
    ...item,
    title: title ?? item.title,
    titleProposed: title === undefined ? item.titleProposed : false,
    'container-title': fields['container-title'] ?? item['container-title'],
    author: author === undefined ? item.author : author.map(nameText),
    issued: issued ?? item.issued,
    language: language ?? item.language,
    proposals: [
      ...proposalsOfRecord(record).filter(({ field }) => field in fields),
      ...item.proposals,
    ],
  };
}

/** Finds where the records of a preview belong. A record that belongs nowhere is a row, or fails. */
export function placeRecords(
  db: Database,
  rows: readonly ShownRow[],
  records: readonly KeyedRecord[],
): Placing {
  const articles = known(db, rows);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const placed: PlacedRecord[] = [];
  const shown: PreviewRecord[] = [];
  const alone: { key: string; candidate: Candidate }[] = [];
  const failed: ImportFailure[] = [];
  const filled = new Map<string, PreviewItem>();
  for (const { key, candidate } of records) {
    const match = articles.find(candidate.record);
    if (match === null) {
      const { source, record, article } = candidate;
      if (article !== null) alone.push({ key, candidate: article });
      else failed.push(failure(source, matchesNothing(candidate, articles.whyNot(record))));
      continue;
    }
    placed.push({ key, candidate, match });
    const row = 'row' in match.of ? byKey.get(match.of.row) : undefined;
    const articleId = 'articleId' in match.of ? match.of.articleId : null;
    const has = articleId === null ? row?.candidate.fields : fillableOf(db, articleId);
    if (has === undefined || has === null) continue;
    const filling = fillingOf(has, candidate.record);
    if (row !== undefined)
      filled.set(row.key, withRecord(filled.get(row.key) ?? row.item, filling, candidate));
    shown.push({
      key,
      source: candidate.source,
      articleId,
      row: row?.key ?? null,
      title: filling.fields.title ?? has.title,
      by: match.by,
      filled: filling.filled,
      kept: filling.kept,
    });
  }
  return { placed, shown, alone, failed, filled };
}
