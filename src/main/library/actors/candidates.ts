import { caseLanguages, commonBeginning } from '../../../shared/text/names/case-endings.ts';
import { asWritten, namePatterns } from '../../../shared/text/names/patterns.ts';
import { searchForms } from '../../../shared/text/names/word-forms.ts';
import type { PatternWord } from '../../../shared/text/names/matcher.ts';
import { tokens } from '../../../shared/text/tokens.ts';
import { indexedUntil } from '../search/rebuild-index.ts';
import type { Database } from '../storage/database.ts';

const quoted = (terms: readonly string[], prefix = false) =>
  `"${terms.join(' ').replaceAll('"', '""')}"${prefix ? ' *' : ''}`;

/** The index terms of words that stand together, as a phrase. */
function phrase(words: string): string | null {
  const all = tokens(words);
  const terms = all.filter(({ kind }) => kind !== 'last').map(({ term }) => term);
  if (terms.length > 0) return quoted(terms);
  const [only] = all;
  return only === undefined ? null : quoted([only.term], true);
}

/** The ways words may be spelled in the index: "US" is also "U.S.", "O'Dea" also "Odea". */
function spellings(words: readonly PatternWord[]): string[] {
  const isUnspaced = words.some(({ folded }) => unspaced.test(folded));
  const together = words.map(({ folded }) => folded).join(isUnspaced ? '' : ' ');
  const dotted = words
    .map(({ folded, letters }) =>
      letters === 'upper' && folded.length <= 6 ? Array.from(folded).join(' ') : folded,
    )
    .join(' ');
  return dotted === together ? [together] : [together, dotted];
}

const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々〆ヶ]/u;

/** The index terms of words that may stand there in another form, each somewhere in the text. */
function formsAnywhere(words: readonly PatternWord[]): string | null {
  if (
    words.every(({ folded }) => unspaced.test(folded) || /^[\p{Script=Latin}\p{N}]/u.test(folded))
  )
    return null;
  const each = words.map(({ folded }) => {
    const { words: written, beginnings } = searchForms(folded);
    const ways = [
      ...written.map((word) => phrase(word)),
      ...beginnings.map((beginning) => quoted([beginning], true)),
    ].filter((way) => way !== null);
    return `(${ways.join(' OR ')})`;
  });
  return `(${each.join(' AND ')})`;
}

/** An FTS5 expression that every text with a mention by this name matches; others may as well. */
function candidateExpression(name: string, mayBePerson: boolean): string | null {
  const person = mayBePerson ? namePatterns('person', name) : [];
  const short = person.filter(({ form }) => form === 'short');
  const patterns = [asWritten(name), ...(short.length > 0 ? short : person)];
  const afterApostrophes = [...name.matchAll(/(?<=['’ʼ])\p{Script=Latin}{2,}/gu)].map(
    ([part]) => part,
  );
  const phrases = patterns
    .flatMap(({ words }) => spellings(words))
    .concat(afterApostrophes)
    .map(phrase)
    .concat(patterns.map(({ words }) => formsAnywhere(words)))
    .filter((part) => part !== null);
  return phrases.length === 0 ? null : `{body} : (${[...new Set(phrases)].join(' OR ')})`;
}

/**
 * What every text that names somebody in a case matches: a case counts only where the whole name
 * stands too, in whatever case. Null for names of other letters.
 */
function caseExpression(name: string): string | null {
  const words = asWritten(name).words.filter(({ folded }) => /^\p{Script=Latin}+$/u.test(folded));
  const beginnings = words.map(({ folded }) => quoted([commonBeginning(folded)], true));
  return beginnings.length === 0 ? null : `{body} : (${beginnings.join(' AND ')})`;
}

/** Marks what an index that is being made again cannot find yet: any name may stand there. */
function markNotIndexed(db: Database): void {
  const until = indexedUntil(db);
  if (until === null) return;
  db.prepare(
    'INSERT OR IGNORE INTO mention_dirty SELECT seq FROM articles WHERE seq > ? AND trashed IS NULL',
  ).run(until);
}

/** Marks the articles in which a name may stand in a case; null where none has such a language. */
function casesMarker(db: Database): ((name: string) => void) | null {
  const languages = caseLanguages.map((language) => `'${language}'`).join(', ');
  const declining = `SELECT seq FROM articles WHERE substr(language, 1, 2) IN (${languages})`;
  if (db.prepare(`${declining} LIMIT 1`).get() === undefined) return null;
  const mark = db.prepare(
    `INSERT OR IGNORE INTO mention_dirty SELECT rowid FROM article_fts
     WHERE article_fts MATCH ? AND rowid IN (${declining})`,
  );
  return (name) => {
    const expression = caseExpression(name);
    if (expression !== null) mark.run(expression);
  };
}

/** Marks every article to be read again in which one of the changed names may stand. */
export function markCandidates(db: Database, names: readonly string[]): void {
  if (names.length === 0) return;
  const kinds = db.prepare<{ kind: string }>(
    'SELECT a.kind FROM actor_names n JOIN actors a ON a.seq = n.actor WHERE n.name = ?',
  );
  const mark = db.prepare(
    'INSERT OR IGNORE INTO mention_dirty SELECT rowid FROM article_fts WHERE article_fts MATCH ?',
  );
  const markCases = casesMarker(db);
  for (const name of names) {
    markCases?.(name);
    const owners = kinds.all(name);
    const mayBePerson = owners.length === 0 || owners.some(({ kind }) => kind === 'person');
    const expression = candidateExpression(name, mayBePerson);
    if (expression !== null) mark.run(expression);
  }
  markNotIndexed(db);
}

/** Marks every article to be read again in which one of these offices may be named. */
export function markTitles(db: Database, titles: readonly string[]): void {
  const mark = db.prepare(
    'INSERT OR IGNORE INTO mention_dirty SELECT rowid FROM article_fts WHERE article_fts MATCH ?',
  );
  for (const title of titles) {
    const words = phrase(title);
    if (words !== null) mark.run(`{body} : (${words})`);
  }
  if (titles.length > 0) markNotIndexed(db);
}
