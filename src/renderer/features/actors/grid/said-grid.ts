import type { Output } from '../../../../shared/contract/methods.ts';
import type { Actor, Statement } from '../../../../shared/model/actor.ts';
import type { ArticleSummary } from '../../../../shared/model/article.ts';
import { foldString } from '../../../../shared/text/fold.ts';

export type SaidProposal = Output<'statements.propose'>['items'][number];
export type GridPage = Output<'statements.grid'>;

export interface SaidCell {
  /** What the actor says in the article, in the order of its text. */
  readonly statements: readonly Statement[];
  /** How the first of them stands to a report of the same origin further left. */
  readonly repeats: 'same' | 'shortened' | null;
  /** How often the article names the actor. */
  readonly named: number;
  /** Words that may be the actor's, for a person to say. */
  readonly proposals: readonly SaidProposal[];
}

/** One row: an actor, or somebody the texts quote who is none yet. */
export interface SaidRow {
  readonly key: string;
  readonly actor: Actor | null;
  readonly name: string;
  readonly cells: readonly SaidCell[];
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
  readonly rows: readonly SaidRow[];
}

const at = (actorId: string, articleId: string) => `${actorId} ${articleId}`;

/**
 * A page of who said what with what is proposed for its articles: a row for each actor, then one
 * for each name that is quoted and no actor yet.
 */
export function saidGrid(
  page: GridPage,
  proposed: ReadonlyMap<string, readonly SaidProposal[]>,
): SaidGrid {
  const cells = new Map(page.cells.map((cell) => [at(cell.actorId, cell.articleId), cell]));
  const names = page.actors.map(({ name }) => name);
  const twice = new Set(names.filter((name, i) => names.indexOf(name) !== i));
  const rows = page.actors.map((actor): SaidRow => {
    const said = page.articles.map(({ id }) => cells.get(at(actor.id, id))?.statements ?? []);
    return {
      // The name, so that a row stays the same when who is quoted becomes an actor.
      key: twice.has(actor.name) ? actor.id : actor.name,
      actor,
      name: actor.name,
      cells: page.articles.map((article, i): SaidCell => {
        const before = page.articles
          .slice(0, i)
          .flatMap(({ origin }, j) =>
            origin !== null && origin === article.origin ? (said[j] ?? []) : [],
          );
        const statements = said[i] ?? [];
        return {
          statements,
          repeats: repetition(statements[0], before),
          named: cells.get(at(actor.id, article.id))?.named ?? 0,
          proposals: (proposed.get(article.id) ?? []).filter(
            ({ speaker }) => speaker.actorId === actor.id,
          ),
        };
      }),
    };
  });
  return {
    articles: page.articles,
    origins: runs(page.articles),
    rows: [...rows, ...strangers(page.articles, proposed, new Set(names))],
  };
}

/** Rows for speakers that no actor has the name of, the most quoted first. */
function strangers(
  articles: readonly ArticleSummary[],
  proposed: ReadonlyMap<string, readonly SaidProposal[]>,
  actorNames: ReadonlySet<string>,
): SaidRow[] {
  const names = new Map<string, number>();
  for (const { id } of articles) {
    for (const { speaker } of proposed.get(id) ?? []) {
      if (speaker.actorId === undefined) {
        names.set(speaker.name, (names.get(speaker.name) ?? 0) + 1);
      }
    }
  }
  return [...names]
    .toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .map(([name]) => ({
      key: actorNames.has(name) ? `? ${name}` : name,
      actor: null,
      name,
      cells: articles.map(({ id }) => ({
        statements: [],
        repeats: null,
        named: 0,
        proposals: (proposed.get(id) ?? []).filter(
          ({ speaker }) => speaker.actorId === undefined && speaker.name === name,
        ),
      })),
    }));
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
