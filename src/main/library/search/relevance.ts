import { hasCjk } from '../../../shared/text/scripts.ts';
import { stem } from '../../../shared/text/stem.ts';
import { stopWords } from '../../../shared/text/stop-words.ts';
import { visitTokens } from '../../../shared/text/tokens.ts';

/** The terms of one article, counted as ranking needs them. */
export interface Profile {
  readonly article: number;
  /** Occurrences in the text, and three for each in the title. */
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
  /** Order numbers of the tokens that a question asks for. */
  readonly positions: readonly { readonly term: string; readonly at: number }[];
}

/** What is known of the library a question is put to. */
export interface Collection {
  readonly articles: number;
  readonly averageLength: number;
  /** How many articles have a term. */
  readonly frequency: (term: string) => number;
}

/**
 * Parameters of BM25 (Robertson and others) with bonuses for the lead and for nearness, and of
 * feedback after Rocchio: each chosen where all public collections in `bench` gained, not one.
 */
const parameters = {
  k1: 1.8,
  b: 0.6,
  titleWeight: 3,
  queryPower: 0.7,
  leadBonus: 0.2,
  leadTokens: 50,
  nearBonus: 0.3,
  nearTokens: 8,
  feedbackArticles: 5,
  feedbackTerms: 40,
  feedbackShare: 0.5,
  /** Pairs of characters are parts of words and lead further astray. */
  feedbackShareOfPairs: 0.3,
} as const;

/** Reads an article for ranking; `asked` are the terms whose places matter. */
export function profileOf(
  article: number,
  title: string,
  text: string,
  asked: ReadonlyMap<string, number>,
): Profile {
  const counts = new Map<string, number>();
  const positions: { term: string; at: number }[] = [];
  let length = 0;
  const read = (content: string, weight: number, placed: boolean) => {
    visitTokens(content, (term, _start, _end, kind) => {
      if (kind === 'last') return;
      length++;
      const root = kind === 'word' ? stem(term) : term;
      counts.set(root, (counts.get(root) ?? 0) + weight);
      if (placed && asked.has(root)) positions.push({ term: root, at: length });
    });
  };
  read(title, parameters.titleWeight, false);
  length = 0;
  read(text, 1, true);
  return { article, counts, length, positions };
}

const inverseFrequency = ({ articles, frequency }: Collection, term: string): number => {
  const having = frequency(term);
  return Math.max(1e-6, Math.log((articles - having + 0.5) / (having + 0.5)));
};

/** The profiles by how well they answer, best first, with feedback from the first answers. */
export function rerank(
  profiles: readonly Profile[],
  asked: ReadonlyMap<string, number>,
  collection: Collection,
): number[] {
  const weights = new Map<string, number>();
  for (const [term, times] of asked) {
    weights.set(term, times ** parameters.queryPower * inverseFrequency(collection, term));
  }
  const first = scored(
    profiles,
    (profile) => score(profile, weights, collection) + bonus(profile, weights),
  );
  const expanded = withFeedback(first, weights, collection);
  return scored(
    profiles,
    (profile) => score(profile, expanded, collection) + bonus(profile, weights),
  ).map(({ profile }) => profile.article);
}

interface Scored {
  readonly profile: Profile;
  readonly score: number;
}

const scored = (profiles: readonly Profile[], by: (profile: Profile) => number): Scored[] =>
  profiles
    .map((profile) => ({ profile, score: by(profile) }))
    .sort((a, b) => b.score - a.score || b.profile.article - a.profile.article);

function score(
  { counts, length }: Profile,
  weights: ReadonlyMap<string, number>,
  { averageLength }: Collection,
): number {
  const { k1, b } = parameters;
  const norm = k1 * (1 - b + (b * length) / averageLength);
  let sum = 0;
  for (const [term, weight] of weights) {
    const count = counts.get(term) ?? 0;
    if (count > 0) sum += (weight * count * (k1 + 1)) / (count + norm);
  }
  return sum;
}

/** More for terms in the lead, and for two different terms close to each other. */
function bonus({ positions }: Profile, weights: ReadonlyMap<string, number>): number {
  const { leadBonus, leadTokens, nearBonus, nearTokens } = parameters;
  const lead = new Set<string>();
  const near = new Set<string>();
  let before: { term: string; at: number } | undefined;
  for (const place of positions) {
    if (place.at <= leadTokens) lead.add(place.term);
    if (before !== undefined && before.term !== place.term && place.at - before.at < nearTokens) {
      near.add(before.term).add(place.term);
    }
    before = place;
  }
  const sum = (terms: ReadonlySet<string>) =>
    [...terms].reduce((total, term) => total + (weights.get(term) ?? 0), 0);
  return leadBonus * sum(lead) + nearBonus * sum(near);
}

/** The weights moved towards the terms that the best articles share. */
function withFeedback(
  ranked: readonly Scored[],
  weights: ReadonlyMap<string, number>,
  collection: Collection,
): ReadonlyMap<string, number> {
  const { feedbackArticles, feedbackTerms } = parameters;
  const pairs = [...weights.keys()].filter(hasCjk).length;
  const feedbackShare =
    pairs * 2 > weights.size ? parameters.feedbackShareOfPairs : parameters.feedbackShare;
  const best = ranked.slice(0, feedbackArticles);
  const centroid = new Map<string, number>();
  for (const { profile } of best) {
    for (const [term, count] of profile.counts) {
      if (term.length < 2 || stopWords.has(term) || /^\d+$/.test(term)) continue;
      const part = count / (count + parameters.k1) / best.length;
      centroid.set(term, (centroid.get(term) ?? 0) + part);
    }
  }
  const shared = [...centroid]
    .sort((a, b) => b[1] - a[1])
    .slice(0, feedbackTerms * 4)
    .map(([term, share]): [string, number] => [term, share * inverseFrequency(collection, term)])
    .sort((a, b) => b[1] - a[1])
    .slice(0, feedbackTerms);
  const total = (list: Iterable<number>) => [...list].reduce((sum, value) => sum + value, 0);
  const scale = total(weights.values()) / (total(shared.map(([, weight]) => weight)) || 1);
  const expanded = new Map<string, number>();
  for (const [term, weight] of weights) expanded.set(term, weight * (1 - feedbackShare));
  for (const [term, weight] of shared) {
    expanded.set(term, (expanded.get(term) ?? 0) + feedbackShare * weight * scale);
  }
  return expanded;
}
