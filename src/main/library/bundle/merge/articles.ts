import { placingFields } from '../../../../shared/model/article.ts';
import { storedAuthorNames } from '../../articles/author-names.ts';
import { setTrashed } from '../../articles/store.ts';
import { sameWords } from '../../revisions/version.ts';
import { settleText, type ArticleRow } from './article-text.ts';
import { derivedId } from './derived-id.ts';
import type { MergeContext } from './merge-context.ts';

const withText = `SELECT articles.*, texts.hash FROM articles
  JOIN texts ON texts.article = articles.seq AND texts.version = articles.version`;

/** Facts about an article that a person may have filled in on one side only. */
const facts = [
  'container_title',
  'author',
  'issued',
  'accessed',
  'url',
  'language',
  ...placingFields,
] as const;

const labels: Readonly<Record<(typeof facts)[number] | 'title', string>> = {
  title: 'Title',
  container_title: 'Outlet',
  author: 'Authors',
  issued: 'Published',
  accessed: 'Accessed',
  url: 'Address',
  language: 'Language',
  section: 'Section',
  page: 'Page',
  edition: 'Edition',
  volume: 'Volume',
  issue: 'Issue',
  genre: 'Kind',
  dimensions: 'Length',
  archive: 'Archive',
  number: 'Number in the archive',
};

const blank = (value: unknown): boolean => value === null || value === '' || value === '[]';

/** What the bundle says otherwise about an article. */
export interface OtherDetails {
  readonly article: number;
  readonly id: string;
  readonly title: string;
  /** In words, for a note about the article. */
  readonly lines: readonly string[];
  /** As the table holds it, by its column: here and in the bundle. */
  readonly values: readonly {
    readonly column: string;
    readonly here: string;
    readonly there: string;
  }[];
}

/**
 * Brings the bundle's articles in, with their texts and hidden lines. An article is the same by
 * its id, or by its text. Of two texts that differ the later one stands; where neither went on from
 * the other, they are kept beside each other or as was chosen.
 */
export function mergeArticles(context: MergeContext): OtherDetails[] {
  const { ours, theirs } = context;
  const keep = ours.prepare('INSERT OR IGNORE INTO originals (sha256, bytes) VALUES (?, ?)');
  for (const { sha256, bytes } of theirs
    .prepare<{ sha256: string; bytes: number }>('SELECT sha256, bytes FROM originals')
    .all()) {
    keep.run(sha256, bytes);
  }
  const byId = ours.prepare<ArticleRow>(`${withText} WHERE articles.id = ?`);
  const idOfText = textsOf(ours);
  const byText = (hash: string) => byId.get(idOfText.get(hash) ?? '');
  /** The library's article that this one is, and the id it has or gets here. */
  const whereItIs = (row: ArticleRow): { found: ArticleRow | undefined; id: string } => {
    const same = byId.get(row.id);
    if (same === undefined) return { found: byText(row.hash), id: row.id };
    if (same.hash === row.hash) return { found: same, id: row.id };
    const beside = byId.get(copyId(row));
    if (beside !== undefined) return { found: beside, id: beside.id };
    const choice = settleText(context, row, same);
    if (choice === 'both') return { found: undefined, id: copyId(row) };
    if (choice === 'theirs') context.completed.article += 1;
    return { found: byId.get(row.id), id: row.id };
  };
  const others: OtherDetails[] = [];
  const rows = theirs
    .prepare<ArticleRow>(`${withText} WHERE articles.trashed IS NULL ORDER BY articles.seq`)
    .all();
  const fresh: ArticleRow[] = [];
  for (const row of rows) {
    const { found, id } = whereItIs(row);
    if (found === undefined) {
      if (!isWanted(context, row)) continue;
      insertArticle(context, row, id);
      fresh.push(row);
      if (id !== row.id) context.ids.set(row.id, id);
    } else {
      context.place('articles', row.seq, found.seq);
      if (found.id !== row.id) context.ids.set(row.id, found.id);
      if (found['trashed'] !== null && isWanted(context, row)) setTrashed(ours, [found.id], null);
      mergeHidden(context, row.seq, found.seq);
      others.push(...mergeFacts(context, row, found));
    }
  }
  for (const row of fresh) joinLead(context, row);
  return others;
}

/** Which article has a text, by its hash: one in the library rather than one in the trash. */
function textsOf(db: MergeContext['ours']): Map<string, string> {
  const rows = db
    .prepare<{ id: string; hash: string }>(
      `SELECT articles.id, texts.hash FROM articles
       JOIN texts ON texts.article = articles.seq AND texts.version = articles.version
       ORDER BY articles.trashed IS NULL, articles.seq DESC`,
    )
    .all();
  return new Map(rows.map(({ id, hash }) => [hash, id]));
}

const copyId = ({ id, hash }: ArticleRow): string => derivedId('merge', 'articles', id, hash);

/** Whether an article that is not here, or in the trash, comes in: not where it was only deleted. */
function isWanted(context: MergeContext, row: ArticleRow): boolean {
  const { theirs, gone } = context;
  const { id, seq, title } = row;
  const isNews = (table: 'annotations' | 'statements') =>
    theirs
      .prepare<{ id: string }>(`SELECT id FROM "${table}" WHERE article = ?`)
      .all(seq)
      .some((part) => gone.isNews(table, part.id));
  return context.comesIn(
    'articles',
    { id, kind: 'article', title: String(title) },
    () => isNews('annotations') || isNews('statements'),
  );
}

function insertArticle(context: MergeContext, row: ArticleRow, id: string): void {
  const { theirs } = context;
  const { shadow_of: _, ...translated } = context.translate('articles', row) ?? {};
  const seq = context.insert('articles', { ...translated, id });
  context.place('articles', row.seq, seq);
  for (const table of ['texts', 'hidden_ranges', 'near_duplicates']) {
    const below = theirs.prepare(`SELECT * FROM "${table}" WHERE article = ?`).all(row.seq);
    for (const part of below) {
      const own = context.translate(table, part);
      if (own !== null) context.insert(table, own);
    }
  }
  if (id === row.id) context.added.article += 1;
}

/** A new shadow joins its lead, or the lead its lead has here. */
function joinLead(context: MergeContext, row: ArticleRow): void {
  const lead = row['shadow_of'];
  const seq = context.placeOf('articles', row.seq);
  const place = typeof lead === 'number' ? context.placeOf('articles', lead) : undefined;
  if (place === undefined || seq === undefined || place === seq) return;
  context.ours
    .prepare(
      `UPDATE articles SET shadow_of = coalesce(
         (SELECT shadow_of FROM articles WHERE seq = ?1), ?1) WHERE seq = ?2`,
    )
    .run(place, seq);
}

/** Lines a person hid in the bundle; what a rule hid, the library has decided about already. */
function mergeHidden(context: MergeContext, theirSeq: number, ourSeq: number): void {
  const { ours, theirs } = context;
  const ranges = theirs
    .prepare(`SELECT * FROM hidden_ranges WHERE article = ? AND by = 'person'`)
    .all(theirSeq);
  const known = ours.prepare(
    'SELECT 1 FROM hidden_ranges WHERE article = ? AND start = ? AND "end" = ?',
  );
  const text = context.texts.get(theirSeq);
  for (const range of ranges) {
    const was = { start: Number(range['start']), end: Number(range['end']) };
    const place = text === undefined ? was : sameWords(text, was);
    if (place === null || known.get(ourSeq, place.start, place.end) !== undefined) continue;
    const row = context.translate('hidden_ranges', range);
    if (row !== null) context.insert('hidden_ranges', { ...row, ...place });
  }
}

function mergeFacts(context: MergeContext, theirs: ArticleRow, ours: ArticleRow): OtherDetails[] {
  const missing = facts.filter((name) => blank(ours[name]) && !blank(theirs[name]));
  const proposed = ours['title_proposed'] === 1 && theirs['title_proposed'] === 0;
  const taken = proposed ? [...missing, 'title' as const] : missing;
  if (taken.length > 0) {
    const sets = taken.map((name) => `${name} = ?`).join(', ');
    const settled = proposed ? ', title_proposed = 0' : '';
    context.ours
      .prepare(`UPDATE articles SET ${sets}${settled} WHERE seq = ?`)
      .run(...taken.map((name) => theirs[name] ?? null), ours.seq);
    context.completed.article += 1;
  } else {
    context.same.article += 1;
  }
  const compared =
    proposed || theirs['title_proposed'] === 1 ? facts : (['title', ...facts] as const);
  const differing = compared.filter(
    (name) => !blank(ours[name]) && !blank(theirs[name]) && ours[name] !== theirs[name],
  );
  if (differing.length === 0) return [];
  const lines = differing.map((name) => `${labels[name]}: ${inWords(String(theirs[name]))}`);
  const values = differing.map((column) => ({
    column,
    here: String(ours[column]),
    there: String(theirs[column]),
  }));
  return [{ article: ours.seq, id: ours.id, title: String(ours['title']), lines, values }];
}

/** Names are stored as CSL-JSON. */
const inWords = (value: string): string =>
  value.startsWith('[') ? storedAuthorNames(value).join(', ') : value;
