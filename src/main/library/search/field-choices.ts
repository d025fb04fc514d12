import { counted } from '../counted-mentions.ts';
import type { CslName } from '../../../shared/model/article.ts';
import {
  holdsSequence,
  sequenceOf,
  sequenceOfTerm,
  type Sequence,
} from '../../../shared/query/sequence.ts';
import type { Term } from '../../../shared/query/tree.ts';
import { tokens } from '../../../shared/text/tokens.ts';
import type { LibraryContext } from '../context.ts';
import { findArticles } from './article-search.ts';
import { dataVersion, type SearchEngine } from './engine.ts';
import { isNear } from './near-words.ts';

/** A value of a field, with how often it occurs and the name that matched where it is another. */
export interface Choice {
  readonly value: string;
  readonly count?: number;
  readonly matched?: string;
}

/** The fields whose values are names that the library has. */
export type NamedField = 'outlet' | 'author' | 'tag' | 'actor' | 'said';

interface Named extends Choice {
  /** `seq` of an actor. */
  readonly key?: number;
  readonly terms: readonly string[];
}

/** Of so many names that fit, the numbers of mentions are counted: the first of the alphabet. */
const mostCounted = 60;

const termsOf = (text: string) => tokens(text).map(({ term }) => term);
const named = (value: string, count: number): Named => ({ value, count, terms: termsOf(value) });

/** The values a field can have in this library, for what has been typed of one. */
export class FieldChoices {
  readonly #context: LibraryContext;
  readonly #engine: SearchEngine;
  readonly #kept = new Map<string, readonly Named[]>();
  #version = -1;

  constructor(context: LibraryContext, engine: SearchEngine) {
    this.#context = context;
    this.#engine = engine;
  }

  /** The most frequent values with a word that starts as typed; names that start so come first. */
  named(field: 'title' | 'outlet' | 'author' | 'tag', typed: string, limit: number): Choice[] {
    if (field === 'title') return this.#titles(typed, limit);
    return ranked(this.#values(field), typed).slice(0, limit);
  }

  /**
   * Actors by any of their names, with the articles that mention them, or that hold what they said;
   * before a name is typed only those who said something.
   */
  actors(typed: string, limit: number, field: 'actor' | 'said'): Choice[] {
    const byKey = new Map<number, Named>();
    for (const choice of ranked(this.#values('actor'), typed)) {
      if (choice.key !== undefined && !byKey.has(choice.key)) byKey.set(choice.key, choice);
    }
    const found = [...byKey.values()].slice(0, mostCounted);
    const counts = this.#countActors(
      found.map(({ key = 0 }) => key),
      field,
    );
    const isOffered = ({ key = 0 }: Named) => typed !== '' || field === 'actor' || counts.has(key);
    return found
      .filter(isOffered)
      .map(({ key = 0, value, matched }) => {
        const choice = { value, count: counts.get(key) ?? 0 };
        return matched === undefined ? choice : Object.assign(choice, { matched });
      })
      .sort((a, b) => b.count - a.count)
      .slice(0, limit);
  }

  /** The values most like one that nothing has: those with most of its words, or words near them. */
  near(field: NamedField, value: string, limit: number): string[] {
    const asked = termsOf(value);
    const scores = new Map<string, number>();
    for (const { value: other, terms } of this.#values(field === 'said' ? 'actor' : field)) {
      const score = likeness(asked, terms);
      if (score >= leastLikeness) scores.set(other, Math.max(score, scores.get(other) ?? 0));
    }
    return [...scores]
      .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
      .slice(0, limit)
      .map(([other]) => other);
  }

  /** Years, and within a typed year its months, newest first. */
  dates(typed: string, limit: number): { value: string; count: number }[] {
    const length = typed.length < 4 ? 4 : 7;
    const counts = new Map<string, number>();
    for (const { value: month, count = 0 } of this.#values('date')) {
      if (!month.startsWith(typed)) continue;
      const value = month.slice(0, length);
      counts.set(value, (counts.get(value) ?? 0) + count);
    }
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.value.localeCompare(a.value))
      .slice(0, limit);
  }

  /** Titles that have the words typed, the last one perhaps half typed. */
  #titles(typed: string, limit: number): Choice[] {
    const term: Term = { kind: 'prefix', text: typed, field: 'title', start: 0, end: 0 };
    if (sequenceOfTerm(term).terms.length === 0) return [];
    const { db } = this.#context;
    const page = { sort: 'relevance', offset: 0, limit } as const;
    const read = db.prepare<Choice>('SELECT title AS value FROM articles WHERE seq = ?');
    const { articles } = findArticles(db, this.#engine.condition(term), page);
    return articles.flatMap((seq) => {
      const title = read.get(seq)?.value ?? '';
      return title === '' ? [] : [{ value: title }];
    });
  }

  #values(field: keyof typeof selects): readonly Named[] {
    const version = dataVersion(this.#context);
    if (version !== this.#version) this.#kept.clear();
    this.#version = version;
    let values = this.#kept.get(field);
    if (values === undefined) {
      const rows = this.#context.db.prepare<NameRow>(selects[field]).all();
      values = field === 'author' ? authors(rows) : rows.map(fromRow);
      this.#kept.set(field, values);
    }
    return values;
  }

  #countActors(keys: readonly number[], field: 'actor' | 'said'): Map<number, number> {
    const sql =
      field === 'said'
        ? `SELECT speaker AS key, count(DISTINCT article) AS n FROM statements
           WHERE speaker IN (SELECT value FROM json_each(?)) GROUP BY speaker`
        : `SELECT actor AS key, count(DISTINCT article) AS n FROM mentions
           WHERE actor IN (SELECT value FROM json_each(?)) AND ${counted()} GROUP BY actor`;
    const rows = this.#context.db
      .prepare<{ key: number; n: number }>(sql)
      .all(JSON.stringify(keys));
    return new Map(rows.map(({ key, n }) => [key, n]));
  }
}

interface NameRow {
  readonly value: string;
  readonly count: number;
  readonly key: number | null;
  readonly name: string | null;
}

const selects = {
  outlet: `SELECT container_title AS value, count(*) AS count FROM articles
    WHERE trashed IS NULL AND container_title IS NOT NULL GROUP BY container_title`,
  author: `SELECT author AS value, count(*) AS count FROM articles
    WHERE trashed IS NULL AND author <> '[]' GROUP BY author`,
  tag: 'SELECT tag AS value, count(*) AS count FROM annotation_tags GROUP BY tag',
  date: `SELECT substr(issued, 1, 7) AS value, count(*) AS count FROM articles
    WHERE trashed IS NULL AND issued < 'X' GROUP BY 1`,
  actor: `SELECT seq AS key, name AS value, 0 AS count, name FROM actors
    UNION SELECT actor, actors.name, 0, actor_names.name FROM actor_names
      JOIN actors ON actors.seq = actor_names.actor WHERE scope <> 'never'`,
} as const;

function fromRow({ value, count, key, name }: NameRow): Named {
  if (typeof key !== 'number' || typeof name !== 'string') return named(value, count);
  return { key, value, terms: termsOf(name), ...(name === value ? {} : { matched: name }) };
}

/** Each author once, in the order a name is read. */
function authors(rows: readonly NameRow[]): Named[] {
  const counts = new Map<string, number>();
  for (const { value, count } of rows) {
    for (const { literal, given, family } of JSON.parse(value) as CslName[]) {
      const name = literal ?? [given, family].filter((part) => part !== undefined).join(' ');
      if (name !== '') counts.set(name, (counts.get(name) ?? 0) + count);
    }
  }
  return [...counts].map(([name, count]) => named(name, count));
}

/** Those that hold what was typed, as a beginning: first at the start of the name, then the frequent. */
function ranked(values: readonly Named[], typed: string): Named[] {
  const sequence: Sequence = { ...sequenceOf(typed), stem: null, prefix: true };
  if (sequence.terms.length === 0) {
    return values.filter(({ matched }) => matched === undefined).toSorted(byCount);
  }
  const atStart = ({ terms }: Named) =>
    holdsSequence(terms.slice(0, sequence.terms.length), sequence) ? 0 : 1;
  return values
    .filter(({ terms }) => holdsSequence(terms, sequence))
    .toSorted((a, b) => atStart(a) - atStart(b) || byCount(a, b));
}

/** A word that only begins alike, or is spelt nearly so, counts less than the same one. */
const nearlyAlike = 0.7;
/** A value with less of what was asked for is another one. */
const leastLikeness = 0.3;

/** The share of the words asked for that `terms` have; 1 for all. */
function likeness(asked: readonly string[], terms: readonly string[]): number {
  const alike = asked.map((word) => {
    if (terms.includes(word)) return 1;
    const isAlike = (term: string) => term.startsWith(word) || isNear(word, term);
    return word.length > 2 && terms.some(isAlike) ? nearlyAlike : 0;
  });
  return alike.reduce((sum: number, each) => sum + each, 0) / Math.max(1, asked.length);
}

const byCount = (a: Named, b: Named): number =>
  (b.count ?? 0) - (a.count ?? 0) || a.value.localeCompare(b.value);
