import { stances, type Stance } from '../../../../shared/model/stance.ts';
import type { BriefingCheck, Citation } from '../../../../shared/model/document.ts';
import type { Block, TextRange } from '../../../../shared/model/ranges.ts';
import { sentences } from '../../../../shared/text/sentences.ts';
import type { Database } from '../../storage/database.ts';
import { storedAuthorNames } from '../../articles/author-names.ts';
import type { DocumentWords } from '../words/document-words.ts';

/** A cited passage as exports show it: numbered from 1, with the words around it. */
export interface Evidence extends Citation {
  readonly before: string;
  readonly after: string;
  /** The date in words, or that there is none. */
  readonly date: string;
  readonly author: string;
  readonly language: string | null;
  /** How it bears on the sentences that cite it, as far as the writer said. */
  readonly stances: readonly Stance[];
  /** The report it goes back to together with other evidence, and the numbers of that. */
  readonly sharedOrigin: { readonly name: string; readonly with: readonly number[] } | null;
}

interface ContextRow {
  readonly seq: number;
  readonly text: string;
  /** A JSON array. */
  readonly blocks: string;
  readonly author: string;
  readonly language: string | null;
}

interface Context extends ContextRow {
  /** What the clean view leaves out, in order. */
  readonly hidden: readonly TextRange[];
  /** Its headlines and headings, in order: the words around a passage do not reach over them. */
  readonly headings: readonly TextRange[];
}

const contextLength = 240;

const hiddenLines = (db: Database, article: number): TextRange[] =>
  db
    .prepare<TextRange>(
      `SELECT start, "end" AS "end" FROM hidden_ranges
       WHERE article = ? AND by <> 'offered' ORDER BY start`,
    )
    .all(article);

/** The part of a text that the clean view shows. */
function visible({ text, hidden }: Context, from: number, to: number): string {
  let shown = '';
  let at = from;
  for (const { start, end } of hidden) {
    if (end <= at || start >= to) continue;
    shown += text.slice(at, Math.max(at, start));
    at = end;
  }
  return shown + text.slice(at, Math.max(at, to));
}

/** The cited passages of a briefing with everything an export says of them, in order of number. */
export function readEvidence(
  db: Database,
  citations: readonly Citation[],
  check: BriefingCheck,
  words: DocumentWords,
): Evidence[] {
  const select = db.prepare<ContextRow>(
    `SELECT articles.seq, texts.text, texts.blocks, articles.author, articles.language FROM articles
     JOIN texts ON texts.article = articles.seq AND texts.version = articles.version
     WHERE articles.id = ?`,
  );
  const articles = new Map<string, Context | undefined>();
  const articleOf = (id: string | null): Context | undefined => {
    if (id !== null && !articles.has(id)) {
      const row = select.get(id);
      articles.set(id, row && contextOf(db, row));
    }
    return articles.get(id ?? '');
  };
  const said = stancesIn(check);
  return citations.map((citation) => {
    const article = articleOf(citation.articleId);
    const placed = article !== undefined && citation.status === 'exact';
    return Object.assign({}, citation, {
      before: placed ? wordsBefore(article, citation.start) : '',
      after: placed ? wordsAfter(article, citation.end) : '',
      date: words.date(citation.issued),
      author: article === undefined ? '' : storedAuthorNames(article.author).join(', '),
      language: article?.language ?? null,
      stances: stances.filter((stance) => said.get(citation.annotationId)?.has(stance) === true),
      sharedOrigin: sharedOrigin(citation, citations, check),
    });
  });
}

function contextOf(db: Database, row: ContextRow): Context {
  const blocks = JSON.parse(row.blocks) as Block[];
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  return { ...row, hidden: hiddenLines(db, row.seq), headings };
}

function stancesIn({ sentences }: BriefingCheck): Map<string, Set<Stance>> {
  const said = new Map<string, Set<Stance>>();
  for (const { stances: own = {} } of sentences) {
    for (const [id, stance] of Object.entries(own)) {
      said.set(id, (said.get(id) ?? new Set()).add(stance));
    }
  }
  return said;
}

/** Other evidence from other articles that goes back to the same report. */
function sharedOrigin(
  { articleId }: Citation,
  citations: readonly Citation[],
  { origins }: BriefingCheck,
): Evidence['sharedOrigin'] {
  const group = origins.groups.find(
    ({ articleIds }) => articleIds.length > 1 && articleIds.includes(articleId ?? ''),
  );
  if (group === undefined) return null;
  const others = citations.filter(
    (other) => other.articleId !== articleId && group.articleIds.includes(other.articleId ?? ''),
  );
  return { name: group.name, with: others.map(({ number }) => number) };
}

const squeeze = (text: string): string => text.toWellFormed().replaceAll(/\s+/gu, ' ');

/** Longer than the context by what may be hidden in it. */
const reach = 4 * contextLength;

/** A context of whole sentences is worth having from this many characters on. */
const enough = 80;

function wordsBefore(context: Context, start: number): string {
  const first = context.headings.findLast(({ end }) => end <= start)?.end ?? 0;
  const from = Math.max(first, start - reach);
  const all = visible(context, from, start).replace(/^\s+/u, '');
  const words = all.slice(-contextLength);
  if (from === first && words === all) return squeeze(words);
  const whole = sentences(words)
    .slice(1)
    .find((sentence) => words.length - sentence.start >= enough);
  return squeeze(
    whole === undefined ? `…${words.replace(/^\S*\s/u, '')}` : words.slice(whole.start),
  );
}

function wordsAfter(context: Context, end: number): string {
  const last = context.headings.find(({ start }) => start >= end)?.start ?? context.text.length;
  const to = Math.min(last, end + reach);
  const all = visible(context, end, to).trimEnd();
  const words = all.slice(0, contextLength);
  if (to === last && words === all) return squeeze(words);
  const whole = sentences(words)
    .slice(0, -1)
    .findLast((sentence) => sentence.end >= enough);
  return squeeze(
    whole === undefined ? `${words.replace(/\s\S*$/u, '')}…` : words.slice(0, whole.end),
  );
}
