import MiniSearch from 'minisearch';
import type { Sequence } from '../../../shared/query/sequence.ts';
import { stem } from '../../../shared/text/stem.ts';
import { visitTokens } from '../../../shared/text/tokens.ts';
import type { Database } from '../storage/database.ts';
import { HitFinder } from './hits.ts';
import { allowedEdits } from './near-words.ts';
import { readEntries, readEntry, type Entry, type NotebookTable } from './notebook-entries.ts';

/** What was found, each with its score. */
export type Found = ReadonlyMap<number, number>;

const wholeTerm = (text: string) => [text];

/** Terms, and stems that differ from their word, as the index of articles has them. */
function indexTerms(text: string): string[] {
  const terms: string[] = [];
  visitTokens(text, (term, _start, _end, kind) => {
    terms.push(term);
    const root = kind === 'word' ? stem(term) : term;
    if (root !== term) terms.push(root);
  });
  return terms;
}

/**
 * The words of one table in memory (MiniSearch). Built from the database when first asked; rows
 * named to `changed` are read again before the next answer.
 */
export class NotebookIndex {
  readonly #db: Database;
  readonly #table: NotebookTable;
  readonly #changed = new Set<number>();
  readonly #entries = new Map<number, Entry>();
  #words: MiniSearch<Entry> | null = null;

  constructor(db: Database, table: NotebookTable) {
    this.#db = db;
    this.#table = table;
  }

  changed(seq: number): void {
    if (this.#words !== null) this.#changed.add(seq);
  }

  /** Forgets everything: the next question reads the table again. */
  forget(): void {
    this.#words = null;
    this.#entries.clear();
    this.#changed.clear();
  }

  /** All entries by `seq`. */
  get entries(): ReadonlyMap<number, Entry> {
    this.#fresh();
    return this.#entries;
  }

  /** The entries in which `sequence` stands; with `fuzzy`, also words within two edits of it. */
  find(sequence: Sequence, options: { titleOnly: boolean; fuzzy: boolean }): Found {
    const words = this.#fresh();
    const last = sequence.terms.length - 1;
    const found = words.search(
      {
        combineWith: 'AND',
        queries: sequence.terms.map((term, index) => ({
          queries: [sequence.stem ?? term],
          prefix: sequence.prefix && index === last,
          fuzzy: options.fuzzy ? allowedEdits(term) : false,
        })),
      },
      {
        tokenize: wholeTerm,
        boost: { title: 3 },
        ...(options.titleOnly ? { fields: ['title'] } : {}),
      },
    );
    const finder = new HitFinder([[sequence]]);
    const checked = sequence.terms.length > 1 || (sequence.stem === null && !options.fuzzy);
    const holds = ({ title, body }: Entry) =>
      finder.find(title).length > 0 || (!options.titleOnly && finder.find(body).length > 0);
    const scores = new Map<number, number>();
    for (const { id, score } of found) {
      const entry = this.#entries.get(id as number);
      if (entry !== undefined && (!checked || holds(entry))) scores.set(entry.seq, score);
    }
    return scores;
  }

  #fresh(): MiniSearch<Entry> {
    if (this.#words === null) {
      this.#words = new MiniSearch<Entry>({
        idField: 'seq',
        fields: ['title', 'body'],
        tokenize: indexTerms,
        processTerm: (term) => term,
      });
      for (const entry of readEntries(this.#db, this.#table)) this.#entries.set(entry.seq, entry);
      this.#words.addAll([...this.#entries.values()]);
    }
    for (const seq of this.#changed) {
      if (this.#entries.delete(seq)) this.#words.discard(seq);
      const entry = readEntry(this.#db, this.#table, seq);
      if (entry === undefined) continue;
      this.#entries.set(seq, entry);
      this.#words.add(entry);
    }
    this.#changed.clear();
    return this.#words;
  }
}
