import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { candidatesIn, type Candidate } from '../../src/shared/text/names/find/find-names.ts';
import { placedWords } from '../../src/shared/text/names/find/lines.ts';
import { KnownKinds, listFeatures } from '../../src/shared/text/names/find/relations.ts';
import { kinds, type FoundKind } from '../../src/shared/text/names/find/weights.ts';
import { labelled, type Labelled } from './collections.ts';
import { goldNames, strip } from './gold.ts';

interface Example {
  readonly features: readonly string[];
  /** Index in `kinds`. */
  readonly kind: number;
  readonly weight: number;
}

const target = resolve(import.meta.dirname, '../../src/shared/text/names/find/weights.ts');
/** Features met fewer times than this say nothing sure. */
const fewest = 6;
const rounds = 1500;
/** The strength of the L2 penalty. */
export const usualPenalty = 1.5;

/** The kind most of a candidate's places are labelled with; undefined where that is left open. */
function labelOf(
  document: Labelled,
  { places }: Candidate,
  gold: ReadonlyMap<string, readonly FoundKind[]>,
) {
  const votes = new Map<FoundKind | null, number>();
  for (const { start, end } of places) {
    const at = [strip(document.text, start, end, true), strip(document.text, start, end, false)];
    const found = at.map((range) => gold.get(range.join(' '))).find((label) => label !== undefined);
    if (found?.length === 0) return undefined;
    const kind = found?.[0] ?? null;
    votes.set(kind, (votes.get(kind) ?? 0) + 1);
  }
  const [[kind] = [null]] = [...votes].sort((a, b) => b[1] - a[1]);
  return kind;
}

export function examplesIn(document: Labelled): Example[] {
  const gold = new Map(
    goldNames(document).map(({ start, end, kinds: all }) => [`${start} ${end}`, all] as const),
  );
  const candidates = candidatesIn(placedWords(document.text));
  const labels = new Map(candidates.map((item) => [item.key, labelOf(document, item, gold)]));
  const [named, longer] = [new KnownKinds(), new KnownKinds()];
  for (const [key, kind] of labels) {
    named.decide(key, kind ?? null);
    if (key.includes(' ')) longer.decide(key, kind ?? null);
  }
  return candidates.flatMap(({ key, places, features, listedWith }) => {
    const kind = labels.get(key);
    if (kind === undefined) return [];
    return [
      {
        features: [...features, ...longer.featuresOf(key), ...listFeatures(key, listedWith, named)],
        kind: kinds.indexOf(kind),
        weight: Math.sqrt(places.length),
      },
    ];
  });
}

/** Multinomial logistic regression with an L2 penalty, by gradient descent with momentum. */
export function fit(examples: readonly Example[], penalty: number): Map<string, number[]> {
  const counts = new Map<string, number>();
  for (const { features } of examples) {
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const names = [...counts]
    .filter(([, count]) => count >= fewest)
    .map(([name]) => name)
    .sort();
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const rows = examples.map(({ features, kind, weight }) => ({
    at: features.flatMap((feature) => indexOf.get(feature) ?? []),
    kind,
    weight,
  }));
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const size = kinds.length;
  const weights = new Float64Array(names.length * size);
  const moving = new Float64Array(names.length * size);
  for (let round = 0; round < rounds; round += 1) {
    const gradient = new Float64Array(names.length * size);
    for (const { at, kind, weight } of rows) {
      const sums = kinds.map((_, k) =>
        at.reduce((sum, i) => sum + (weights[i * size + k] ?? 0), 0),
      );
      const most = Math.max(...sums);
      const powers = sums.map((sum) => Math.exp(sum - most));
      const all = powers.reduce((sum, power) => sum + power, 0);
      powers.forEach((power, k) => {
        const slip = (power / all - (k === kind ? 1 : 0)) * weight;
        for (const i of at) gradient[i * size + k] = (gradient[i * size + k] ?? 0) + slip;
      });
    }
    for (let i = 0; i < weights.length; i += 1) {
      const slope = (gradient[i] ?? 0) / total + (penalty / total) * (weights[i] ?? 0);
      moving[i] = 0.9 * (moving[i] ?? 0) - 0.8 * slope;
      weights[i] = (weights[i] ?? 0) + (moving[i] ?? 0);
    }
  }
  return new Map(
    names.map((name, i) => [
      name,
      kinds.map((_, k) => Math.round((weights[i * size + k] ?? 0) * 10) / 10),
    ]),
  );
}

/** What the documents chosen teach. */
export const examplesOf = (isChosen: (document: Labelled) => boolean): Example[] =>
  (['re3d', 'el-msnbc', 'ieer'] as const).flatMap((set) =>
    (labelled(set) ?? []).filter(isChosen).flatMap(examplesIn),
  );

/** Fits the weights by which names get their kinds, on the public collections. */
export async function run(): Promise<void> {
  const examples = examplesOf(() => true);
  if (examples.length === 0) return;
  const rows = [...fit(examples, usualPenalty)]
    .filter(([, values]) => values.some((value) => Math.abs(value) >= 0.1))
    .map(([name, values]) => `  ${JSON.stringify(name)}: [${values.join(', ')}],`);
  writeFileSync(
    target,
    `/** What a name in a text can be. */
export type FoundKind = 'person' | 'organisation' | 'place';

/** The columns of \`weights\`; null: no name of an actor. */
export const kinds: readonly (FoundKind | null)[] = ['person', 'organisation', 'place', null];

/**
 * How much each feature speaks for each kind: multinomial logistic regression, fitted by
 * \`npm run bench -- fit\` on public collections and rounded. No feature is a word of theirs.
 */
export const weights: Readonly<Record<string, readonly number[]>> = {
${rows.join('\n')}
};
`,
  );
  console.log(`${examples.length} candidates, ${rows.length} features → weights.ts`);
}
