import type { SQLInputValue } from 'node:sqlite';
import { parseQuery } from '../../../shared/query/parse.ts';
import type { QueryNode } from '../../../shared/query/tree.ts';
import type { LibraryContext } from '../context.ts';
import type { Database } from '../storage/database.ts';
import { articleCondition, type ConditionOptions, type TermSources } from './article-condition.ts';
import { keepArticleIndex, type ArticleIndex } from './article-index.ts';
import { ArticleTitles } from './article-titles.ts';
import { asSql, type Condition } from './condition.ts';
import { FieldValues } from './field-values.ts';
import { ListedArticles } from './listed-articles.ts';
import { NearWords } from './near-words.ts';
import { WordIndex } from './word-index.ts';
import { keepNotebook, type Notebook } from './notebook.ts';

/** What searching keeps about one open library. */
export interface SearchEngine {
  readonly near: NearWords;
  readonly titles: ArticleTitles;
  readonly sources: TermSources;
  readonly notebook: Notebook;
  readonly articles: ArticleIndex;
  readonly words: WordIndex;
  readonly listed: ListedArticles;
  condition(tree: QueryNode | null, options?: ConditionOptions): Condition;
  /** Drops what another process has made out of date. Call it before every answer. */
  refresh(): void;
}

const engines = new WeakMap<LibraryContext, SearchEngine>();

/** The library's search engine; the first call makes it and keeps its index up to date. */
export function searchEngine(context: LibraryContext): SearchEngine {
  const known = engines.get(context);
  if (known !== undefined) return known;
  const { db, commands } = context;
  const near = new NearWords(db);
  const titles = new ArticleTitles(db);
  const values = new FieldValues(db);
  const words = new WordIndex(db);
  const listed = new ListedArticles(db);
  const sources: TermSources = {
    values,
    near: (word) => near.expansions(word),
    titlesStarting: (letters) => titles.startingWith(letters),
  };
  const engine: SearchEngine = {
    near,
    titles,
    words,
    listed,
    sources,
    notebook: keepNotebook(context),
    articles: keepArticleIndex(context, (articles) => {
      near.changed(articles.length);
      titles.changed(articles);
      words.changed(articles);
    }),
    condition: (tree, options) => articleCondition(tree, { ...sources, ...options }),
    refresh: context.readOnly
      ? onForeignChange(db, () => {
          near.forget();
          titles.forget();
          words.forget();
          listed.forget();
          values.forget();
          for (const index of Object.values(engine.notebook)) index.forget();
        })
      : () => undefined,
  };
  engines.set(context, engine);
  commands.beforeCommit(() => {
    values.forget();
    words.forgetFields();
    listed.forget();
  });
  return engine;
}

const versions = new WeakMap<LibraryContext, { own: number }>();

/** A number that is another one after every change of the library, by us or by another process. */
export function dataVersion(context: LibraryContext): number {
  let version = versions.get(context);
  if (version === undefined) {
    const counter = { own: 0 };
    versions.set(context, (version = counter));
    context.commands.beforeCommit(() => void counter.own++);
  }
  return version.own + (context.readOnly ? foreignVersion(context.db) : 0);
}

const foreignVersion = (db: Database): number =>
  db.prepare<{ data_version: number }>('PRAGMA data_version').get()?.data_version ?? 0;

/** A check that calls `forget` where another connection has committed since the last check. */
function onForeignChange(db: Database, forget: () => void): () => void {
  let seen = foreignVersion(db);
  return () => {
    const now = foreignVersion(db);
    if (now !== seen) forget();
    seen = now;
  };
}

/**
 * The articles a query in the search grammar asks for, as a condition of SQL over a table named
 * `articles` (not aliased). Articles in the trash may meet it where the query has fields only.
 */
export function matchingArticles(
  context: LibraryContext,
  query: string,
): { where: string; params: SQLInputValue[] } {
  const engine = searchEngine(context);
  engine.refresh();
  const { sql, params } = asSql(engine.condition(parseQuery(query).tree));
  return { where: sql, params: [...params] };
}
