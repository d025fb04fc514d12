import type { GuardedQuote } from '../../../shared/briefing/quote-guard.ts';
import {
  findQuote,
  nearestQuote,
  quoteSource,
  type QuoteMatch,
} from '../../../shared/briefing/quote-match.ts';
import type { Database } from '../storage/database.ts';

/** A place in an article where a quotation, or something near it, stands. */
export interface ScanHit {
  readonly articleId: string;
  readonly annotationId: string | null;
  readonly match: QuoteMatch;
  readonly source: string;
}

interface Wanted {
  readonly quote: GuardedQuote;
  /** Stretches that every text with exactly these words holds. */
  readonly needles: readonly string[];
  exact: ScanHit | null;
  near: ScanHit | null;
  tried: number;
}

interface TextRow {
  readonly seq: number;
  readonly id: string;
  readonly text: string;
}

/** Approximate comparison is dear: only this many articles that share words are tried. */
const nearArticles = 40;

/**
 * Looks for quotations in all articles that are not in the trash, in one pass over the texts.
 * Answers, in order of `quotes`, where the words stand exactly, or the nearest words.
 */
export function scanForQuotes(
  db: Database,
  quotes: readonly GuardedQuote[],
): { exact: ScanHit | null; near: ScanHit | null }[] {
  const wanted = quotes.map((quote): Wanted => ({
    quote,
    needles: needlesOf(quote),
    exact: null,
    near: null,
    tried: 0,
  }));
  if (wanted.length > 0) {
    const texts = db
      .prepare<TextRow>(
        `SELECT articles.seq, articles.id, texts.text FROM articles
         JOIN texts ON texts.article = articles.seq AND texts.version = articles.version
         WHERE articles.trashed IS NULL ORDER BY articles.seq`,
      )
      .iterate();
    for (const row of texts) scanText(db, row, wanted);
  }
  return wanted.map(({ exact, near }) => ({ exact, near }));
}

function scanText(db: Database, row: TextRow, wanted: readonly Wanted[]): void {
  let source: ReturnType<typeof quoteSource> | null = null;
  for (const want of wanted) {
    if (want.exact !== null) continue;
    const present = want.needles.filter((needle) => row.text.includes(needle)).length;
    const all = present === want.needles.length;
    const some = present > 0 && present >= want.needles.length - 1 && want.tried < nearArticles;
    if (!all && !some) continue;
    source ??= quoteSource(row.text);
    const match = all ? findQuote(want.quote.pattern, source) : null;
    if (match !== null) {
      want.exact = hit(db, row, match);
    } else if (want.tried < nearArticles) {
      want.tried += 1;
      const near = nearestQuote(want.quote.pattern, source);
      if (near !== null && near.edits < (want.near?.match.edits ?? Infinity)) {
        want.near = hit(db, row, near);
      }
    }
  }
}

function hit(db: Database, row: TextRow, match: QuoteMatch): ScanHit {
  const annotation = db
    .prepare<{ id: string }>(
      `SELECT id FROM annotations WHERE article = ? AND status = 'exact' AND start <= ? AND "end" >= ?
       ORDER BY "end" - start LIMIT 1`,
    )
    .get(row.seq, match.start, match.end);
  return {
    articleId: row.id,
    annotationId: annotation?.id ?? null,
    match,
    source: row.text.slice(match.start, match.end),
  };
}

/** The longest words of the quotation that are written in only one way. */
function needlesOf({ text, pattern }: GuardedQuote): string[] {
  const parts = pattern.edited;
  const sure =
    parts === null
      ? null
      : new Set(parts.flatMap((part) => (part.kind === 'token' && !part.anyCase ? part.form : [])));
  const words = pattern.literal
    .map(({ form, word, start, end }, index) => ({
      form,
      word,
      raw: text.slice(start, end),
      index,
    }))
    .filter(({ form, word, raw }) => word && form === raw && !/['-]/u.test(raw))
    .filter(({ form }) => sure === null || sure.has(form))
    .map(({ raw, index }) => (index === 0 && raw.length > 1 ? raw.slice(1) : raw));
  const weight = (word: string) => (/\p{sc=Han}/u.test(word) ? 6 : word.length);
  return [...new Set(words)].sort((a, b) => weight(b) - weight(a)).slice(0, 3);
}
