import { stateNamed } from '../../src/shared/text/names/states.ts';
import type { Labelled } from './collections.ts';
import type { Finder } from './finders.ts';
import { goldNames, strip, type Kind, type Kinds } from './gold.ts';
import { tally, type Tally } from './tally.ts';

export interface ProposalScore {
  readonly counts: Record<Kind | 'all', Tally>;
  readonly errors: readonly string[];
}

/** A state is a place and an actor: collections call it one or the other. */
const isSame = (kind: Kind | undefined, kinds: Kinds | undefined, name: string): boolean =>
  kind !== undefined &&
  kinds !== undefined &&
  (kinds.includes(kind) ||
    (kind !== 'person' && !kinds.includes('person') && stateNamed(name) !== undefined));

const placeKey = (start: number, end: number): string => `${start} ${end}`;

/** Exact places with the right kind; a place whose kind is left open counts for nobody. */
export function scoreProposals(documents: readonly Labelled[], finder: Finder): ProposalScore {
  const counts = { person: tally(), organisation: tally(), place: tally(), all: tally() };
  const errors: string[] = [];
  for (const document of documents) {
    const { id, text, labels } = document;
    const [from, to] = labels.evaluation_span ?? [0, text.length];
    const gold = new Map(
      goldNames(document).map(({ start, end, kinds }) => [placeKey(start, end), kinds] as const),
    );
    const found = new Map<string, Kind>();
    for (const name of finder(text)) {
      if (name.start < from || name.end > to) continue;
      found.set(placeKey(...strip(text, name.start, name.end, name.kind === 'person')), name.kind);
    }
    const words = (key: string) => text.slice(...(key.split(' ').map(Number) as [number, number]));
    const tell = (what: string, key: string) => {
      const [start = 0, end = 0] = key.split(' ').map(Number);
      const around = JSON.stringify(text.slice(Math.max(0, start - 30), end + 20));
      errors.push(`${id} ${what} ${JSON.stringify(words(key))} in ${around}`);
    };
    for (const [key, kinds] of gold) {
      const [kind] = kinds;
      if (kind === undefined) continue;
      const isRight = isSame(found.get(key), kinds, words(key));
      for (const part of [kind, 'all'] as const) {
        counts[part].gold += 1;
        counts[part].right += isRight ? 1 : 0;
      }
      if (!isRight) tell(`MISSED ${kind}, taken for ${found.get(key) ?? 'nothing'}:`, key);
    }
    for (const [key, kind] of found) {
      if (gold.get(key)?.length === 0) continue;
      for (const part of [kind, 'all'] as const) counts[part].found += 1;
      if (!isSame(kind, gold.get(key), words(key)))
        tell(`WRONG ${kind}, labelled ${gold.get(key)?.join(' or ') ?? 'nothing'}:`, key);
    }
  }
  return { counts, errors };
}
