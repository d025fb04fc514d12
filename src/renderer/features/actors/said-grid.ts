import type { Actor, Mention, Statement } from '../../../shared/model/actor.ts';
import type { ArticleSummary } from '../../../shared/model/article.ts';
import { foldString } from '../../../shared/text/fold.ts';

export interface SaidCell {
  /** What the actor says in the article, in the order of its text. */
  readonly statements: readonly Statement[];
  /** How the first of them stands to a report of the same origin further left. */
  readonly repeats: 'same' | 'shortened' | null;
  /** How often the article names the actor; null where that is not known. */
  readonly named: number | null;
}

export interface OriginRun {
  readonly name: string | null;
  /** How many columns. */
  readonly span: number;
  /** The article of the first of them. */
  readonly articleId: string;
}

export interface SaidGrid {
  readonly articles: readonly ArticleSummary[];
  /** Runs of columns; those with an origin stand under one bracket. */
  readonly origins: readonly OriginRun[];
  readonly rows: readonly { readonly actor: Actor; readonly cells: readonly SaidCell[] }[];
}

export interface SaidInput {
  readonly actors: readonly Actor[];
  readonly articles: readonly ArticleSummary[];
  readonly statements: readonly Statement[];
  /** Null where there are too many to count. */
  readonly mentions: readonly Pick<Mention, 'actorId' | 'articleId' | 'status'>[] | null;
}

const at = (actorId: string, articleId: string) => `${actorId} ${articleId}`;

/**
 * Who said what: one row per actor, most statements first, one column per article that quotes or
 * names one of them, newest first with reports of one origin side by side. A cell holds the words.
 */
export function saidGrid({ actors, articles, statements, mentions }: SaidInput): SaidGrid {
  const said = new Map<string, Statement[]>();
  const inArticles = new Set<string>();
  const spoken = new Map<string, number>();
  for (const statement of statements.toSorted((a, b) => a.start - b.start)) {
    if (statement.speaker === null) continue;
    const key = at(statement.speaker, statement.articleId);
    const cell = said.get(key);
    if (cell === undefined) said.set(key, [statement]);
    else cell.push(statement);
    inArticles.add(statement.articleId);
    spoken.set(statement.speaker, (spoken.get(statement.speaker) ?? 0) + 1);
  }
  const named = new Map<string, number>();
  for (const { actorId, articleId, status } of mentions ?? []) {
    if (status === 'rejected' || status === 'open') continue;
    named.set(at(actorId, articleId), (named.get(at(actorId, articleId)) ?? 0) + 1);
    inArticles.add(articleId);
  }
  const columns = byOrigin(articles.filter(({ id }) => inArticles.has(id)).toSorted(newestFirst));
  const rows = actors
    .filter(({ id, mentions }) => spoken.has(id) || mentions > 0)
    .toSorted(
      (a, b) =>
        (spoken.get(b.id) ?? 0) - (spoken.get(a.id) ?? 0) ||
        b.mentions - a.mentions ||
        a.name.localeCompare(b.name),
    )
    .map((actor) => ({
      actor,
      cells: columns.map((article, i): SaidCell => {
        const here = said.get(at(actor.id, article.id)) ?? [];
        const before = columns
          .slice(0, i)
          .filter(({ origin }) => origin !== null && origin === article.origin)
          .flatMap(({ id }) => said.get(at(actor.id, id)) ?? []);
        return {
          statements: here,
          repeats: repetition(here[0], before),
          named: mentions === null ? null : (named.get(at(actor.id, article.id)) ?? 0),
        };
      }),
    }));
  return { articles: columns, origins: runs(columns), rows };
}

const newestFirst = (a: ArticleSummary, b: ArticleSummary): number =>
  (b.issued ?? '').localeCompare(a.issued ?? '') || a.title.localeCompare(b.title);

/** Articles of one origin follow the first of them. */
function byOrigin(articles: readonly ArticleSummary[]): ArticleSummary[] {
  const groups = Map.groupBy(articles, ({ id, origin }) => origin ?? ` ${id}`);
  return [...groups.values()].flat();
}

function runs(articles: readonly ArticleSummary[]): OriginRun[] {
  const found: OriginRun[] = [];
  for (const { id, origin } of articles) {
    const last = found.at(-1);
    if (last?.name === origin) found.splice(-1, 1, { ...last, span: last.span + 1 });
    else found.push({ name: origin, span: 1, articleId: id });
  }
  return found;
}

/** Words alone, so that quotation marks and spacing make no difference. */
const bare = (quote: string): string =>
  foldString(quote)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function repetition(
  statement: Statement | undefined,
  before: readonly Statement[],
): SaidCell['repeats'] {
  const words = statement === undefined ? '' : bare(statement.quote);
  if (words === '') return null;
  const others = before.map(({ quote }) => bare(quote));
  if (others.includes(words)) return 'same';
  return others.some((other) => ` ${other} `.includes(` ${words} `)) ? 'shortened' : null;
}
