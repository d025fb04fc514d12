import type { Database } from '../../storage/database.ts';
import { nearness, sameWords, type Fingerprint } from './fingerprint.ts';
import type { Fingerprints } from './fingerprints.ts';
import { KeptFingerprints } from './kept-fingerprints.ts';
import { keptApart, linkOf, setLead, type Link } from './groups.ts';

interface Stored {
  readonly seq: number;
  readonly shadow_of: number | null;
}

/** How many articles that share bands with one are compared with it word by word. */
const mostCompared = 12;

/** Groups as sets that are joined; each knows its members by their `seq`. */
class Groups {
  readonly #group = new Map<number, Set<number>>();
  readonly #apart: (seq: number) => ReadonlySet<number>;

  constructor(apart: (seq: number) => ReadonlySet<number>) {
    this.#apart = apart;
  }

  of(seq: number): Set<number> {
    let group = this.#group.get(seq);
    if (group === undefined) this.#group.set(seq, (group = new Set([seq])));
    return group;
  }

  /** Joins two groups, unless a person has said that two of their members are not the same. */
  join(a: number, b: number): void {
    const [one, other] = [this.of(a), this.of(b)];
    if (one === other) return;
    for (const seq of one) {
      for (const apart of this.#apart(seq)) if (other.has(apart)) return;
    }
    for (const seq of other) {
      one.add(seq);
      this.#group.set(seq, one);
    }
  }

  all(): Set<Set<number>> {
    return new Set(this.#group.values());
  }
}

const alike = (a: Fingerprint, b: Fingerprint, threshold: number): number | null =>
  sameWords(a, b) ? 1 : nearness(a, b, threshold);

/** Texts that share no band are not looked at; the others are, each fingerprint made once. */
function similarPairs(
  db: Database,
  known: Fingerprints,
  articles: readonly Stored[],
  threshold: number,
  found: (a: number, b: number, similarity: number) => void,
): void {
  const there = new Set(articles.map(({ seq }) => seq));
  const prints = new KeptFingerprints(db);
  for (const { seq } of articles) {
    const { same, near } = known.alikeStored(seq, mostCompared);
    for (const other of new Set([...same, ...near])) {
      if (other >= seq || !there.has(other)) continue;
      const [a, b] = [prints.of(seq), prints.of(other)];
      const value = a === null || b === null ? null : alike(a, b, threshold);
      if (value !== null) found(seq, other, value);
    }
  }
}

/** The lead of a group: the one a person made it, else the oldest. */
function leadOf(group: readonly number[], chosen: ReadonlySet<number>): number {
  return group.find((seq) => chosen.has(seq)) ?? Math.min(...group);
}

/** An article and the lead it would hang on, null for none; `before` is the one it hangs on now. */
export interface Regrouping {
  readonly seq: number;
  readonly before: number | null;
  readonly after: number | null;
  readonly link: Link;
}

/**
 * How the near duplicates of the whole library would be grouped under a threshold, for the articles
 * of which something changes. What a person joined, parted or made a lead stays.
 */
export function planRegrouping(db: Database, known: Fingerprints, threshold: number): Regrouping[] {
  const articles = db
    .prepare<Stored>('SELECT seq, shadow_of FROM articles WHERE trashed IS NULL ORDER BY seq')
    .all();
  const groups = new Groups((seq) => keptApart(db, seq));
  const best = new Map<number, Map<number, number>>();
  const chosen = new Set<number>();
  const remember = (a: number, b: number, value: number) => {
    const one = best.get(a) ?? new Map<number, number>();
    best.set(a, one.set(b, value));
  };
  for (const { seq, shadow_of: lead } of articles) {
    if (lead === null || linkOf(db, seq)?.by !== 'person') continue;
    chosen.add(lead);
    groups.join(lead, seq);
  }
  similarPairs(db, known, articles, threshold, (a, b, value) => {
    remember(a, b, value);
    remember(b, a, value);
    groups.join(b, a);
  });
  const leads = new Map<number, number>();
  for (const group of groups.all()) {
    const members = [...group];
    const lead = leadOf(members, chosen);
    for (const seq of members) if (seq !== lead) leads.set(seq, lead);
  }
  return articles.flatMap(({ seq, shadow_of: before }): Regrouping[] => {
    const after = leads.get(seq) ?? null;
    const was = linkOf(db, seq);
    if (after === before && (after === null || was !== null)) return [];
    const values = best.get(seq);
    const similarity = values?.get(after ?? -1) ?? Math.max(0, ...(values?.values() ?? []));
    const link: Link = was?.by === 'person' ? was : { similarity, by: 'rule' };
    return [{ seq, before, after, link }];
  });
}

/** Groups anew as it was planned. Runs inside a transaction; answers how many changed group. */
export function regroup(db: Database, plan: readonly Regrouping[]): number {
  for (const { seq, after, link } of plan) setLead(db, seq, after, link);
  return plan.filter(({ before, after }) => before !== after).length;
}
