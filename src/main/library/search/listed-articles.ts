import type { TextRange } from '../../../shared/model/ranges.ts';
import type { Database } from '../storage/database.ts';

/** An article as a list of results shows it. */
export interface ListedArticle {
  readonly seq: number;
  readonly id: string;
  readonly title: string;
  /** Outlet and date. */
  readonly detail: string;
  readonly text: string;
  /** What no passage is made of, in order: hidden lines, and the title the text begins with. */
  readonly hidden: readonly TextRange[];
}

/** What is kept has no more UTF-16 units than this. */
const most = 1 << 24;

/**
 * Reads articles to be listed, and keeps those listed lately: while a query is typed, one key after
 * the other finds much the same. True only until something is changed.
 */
export class ListedArticles {
  readonly #db: Database;
  /** The one listed last stands last. */
  readonly #kept = new Map<number, ListedArticle>();
  #units = 0;

  constructor(db: Database) {
    this.#db = db;
  }

  forget(): void {
    this.#kept.clear();
    this.#units = 0;
  }

  /** The articles with these `seq`, in their order. */
  read(articles: readonly number[]): readonly ListedArticle[] {
    const read = this.#missing(articles.filter((article) => !this.#kept.has(article)));
    const listed = articles.flatMap(
      (article) => this.#kept.get(article) ?? read.get(article) ?? [],
    );
    for (const article of listed) this.#keep(article);
    if (this.#units > most) this.#dropOldest();
    return listed;
  }

  #keep(article: ListedArticle): void {
    if (!this.#kept.delete(article.seq)) this.#units += article.text.length;
    this.#kept.set(article.seq, article);
  }

  #dropOldest(): void {
    for (const [oldest, { text }] of this.#kept) {
      if (this.#units <= most) break;
      this.#kept.delete(oldest);
      this.#units -= text.length;
    }
  }

  #missing(articles: readonly number[]): ReadonlyMap<number, ListedArticle> {
    if (articles.length === 0) return new Map();
    return new Map(
      readRows(this.#db, articles).map((row) => {
        const { seq, id, title, container_title: outlet, issued, text } = row;
        const date = issued ?? 'n.d.';
        const detail = outlet === null ? date : `${outlet} · ${date}`;
        return [seq, { seq, id, title, text, detail, hidden: leftOut(row, hiddenIn(row)) }];
      }),
    );
  }
}

interface ArticleRow {
  readonly seq: number;
  readonly id: string;
  readonly title: string;
  readonly container_title: string | null;
  readonly issued: string | null;
  readonly text: string;
  /** JSON of what is hidden, `[start, end]` each, in their order. */
  readonly hidden: string;
}

/** In the order of `articles`: CROSS JOIN walks through their list. */
const readRows = (db: Database, articles: readonly number[]): readonly ArticleRow[] =>
  db
    .prepare<ArticleRow>(
      `SELECT articles.seq, articles.id, title, container_title, issued, text,
         (SELECT json_group_array(json_array(start, "end")) FROM (
           SELECT start, "end" FROM hidden_ranges
           WHERE article = articles.seq AND by <> 'offered' ORDER BY start)) AS hidden
       FROM json_each(?) AS listed
       CROSS JOIN articles ON articles.seq = listed.value
       CROSS JOIN texts ON texts.article = articles.seq AND texts.version = articles.version`,
    )
    .all(JSON.stringify(articles));

const hiddenIn = ({ hidden }: ArticleRow): readonly TextRange[] =>
  hidden === '[]'
    ? []
    : (JSON.parse(hidden) as [number, number][]).map(([start, end]) => ({ start, end }));

/** What a passage is not made of: hidden lines, and the title where the text begins with it. */
function leftOut(
  { title, text }: Pick<ArticleRow, 'title' | 'text'>,
  hidden: readonly TextRange[],
): readonly TextRange[] {
  if (title === '') return hidden;
  const start = beginning(text, hidden);
  if (text.charAt(start) !== title.charAt(0)) return hidden;
  const after = start + title.length;
  const repeats = evenly(text.slice(start, after)) === evenly(title);
  return repeats && /^\s*\n/.test(text.slice(after, after + 20))
    ? [...hidden, { start, end: after }].sort((a, b) => a.start - b.start)
    : hidden;
}

/** Where a text begins, white space and hidden lines passed over. */
function beginning(text: string, hidden: readonly TextRange[]): number {
  const firstWord = (from: number) => {
    const more = text.slice(from).search(/\S/);
    return more < 0 ? text.length : from + more;
  };
  let at = firstWord(0);
  for (const { start, end } of hidden) if (start <= at && at < end) at = firstWord(end);
  return at;
}

const evenly = (text: string): string => text.replace(/\s/g, ' ');
