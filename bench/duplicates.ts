import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprint, nearness } from '../src/main/library/import/duplicates/fingerprint.ts';
import { Fingerprints } from '../src/main/library/import/duplicates/fingerprints.ts';
import { findTwin } from '../src/main/library/import/duplicates/twins.ts';
import { wireCopies, wireStory } from '../src/main/library/import/duplicates/wire-copies.ts';
import { insertArticle } from '../src/main/library/articles/store.ts';
import { storedLayers } from '../src/main/library/articles/stored-layers.ts';
import { openStorage } from '../src/main/library/storage/open.ts';
import { print } from './measure.ts';

const kinds = [
  'another headline',
  'cut by a third',
  'a paragraph added',
  'sentences reordered',
  'cut to three tenths',
];
const threshold = 0.6;
const stories = 1000;

/** Recall by kind of copy, and precision over all pairs that are called near duplicates. */
function quality(): void {
  const leads = Array.from({ length: stories }, (_, seed) => fingerprint(wireStory(seed), []));
  const byBand = new Map<number, number[]>();
  leads.forEach(({ bands }, index) => {
    for (const band of bands) byBand.set(band, [...(byBand.get(band) ?? []), index]);
  });
  const right = kinds.map(() => 0);
  let wrong = 0;
  for (let seed = 0; seed < stories; seed += 1) {
    wireCopies(wireStory(seed), seed).forEach((text, kind) => {
      const copy = fingerprint(text, []);
      const alike = new Set(copy.bands.flatMap((band) => byBand.get(band) ?? []));
      for (const index of alike) {
        const lead = leads[index];
        if (lead === undefined || nearness(lead, copy, threshold) === null) continue;
        if (index === seed) right[kind] = (right[kind] ?? 0) + 1;
        else wrong += 1;
      }
    });
  }
  const found = right.reduce((sum, count) => sum + count, 0);
  print([
    [`${stories} stories, five copies each`, 'measured', 'goal'],
    ...kinds.map((kind, index) => [`recall, ${kind}`, (right[index] ?? 0) / stories, '≥ 0.95']),
    ['recall, all', found / (stories * kinds.length), '≥ 0.95'],
    ['precision', found / Math.max(1, found + wrong), '≥ 0.95'],
  ]);
}

const sizes = [5000, 10_000, 20_000, 50_000];
/** One article in so many is a copy of an earlier one. */
const oneCopyIn = 10;
/** Articles stored in one transaction, as an import does. */
const batch = 100;

/** Seconds of processor time to look every article up, at each size of one library that grows. */
function growth(): void {
  const dir = mkdtempSync(join(tmpdir(), 'attache-bench-duplicates-'));
  const now = '2026-03-11T10:00:00.000Z';
  const storage = openStorage(join(dir, 'library'), { now: () => new Date(now), emit: () => {} });
  const { db, commands } = storage;
  const known = new Fingerprints({ db, commands });
  const rows: (string | number)[][] = [];
  let searching = 0;
  let copies = 0;
  let found = 0;
  const one = (seed: number) => {
    const isCopy = seed % oneCopyIn === oneCopyIn - 1;
    const original = seed - (seed % oneCopyIn);
    const text = isCopy
      ? (wireCopies(wireStory(original, 4), original)[seed % 4] ?? '')
      : wireStory(seed, 4);
    const made = fingerprint(text, []);
    const began = process.threadCpuUsage();
    const twin = findTwin(db, known, { fingerprint: made, outlet: null }, threshold);
    const { user, system } = process.threadCpuUsage(began);
    searching += (user + system) / 1000;
    copies += isCopy ? 1 : 0;
    found += isCopy && twin !== null ? 1 : 0;
    const seq = insertArticle(db, {
      id: String(seed),
      title: 'Story',
      titleProposed: false,
      containerTitle: null,
      author: [],
      issued: null,
      accessed: null,
      url: null,
      language: null,
      placing: {},
      words: made.words,
      origin: null,
      source: { name: `${seed}.txt`, format: 'text', sha256: String(seed), bytes: text.length },
      text,
      hash: String(seed),
      layers: storedLayers([], []),
      hidden: [],
      now,
    });
    known.save(seq, made);
  };
  for (let size = 0; size < (sizes.at(-1) ?? 0);) {
    const from = size;
    size += batch;
    commands.quietly(null, () => {
      for (let seed = from; seed < size; seed += 1) one(seed);
    });
    if (!sizes.includes(size)) continue;
    const first = rows[0];
    const nLogN = (n: number) => n * Math.log2(n);
    rows.push([
      `${size} articles`,
      searching / 1000,
      (searching / size) * 1000,
      first === undefined ? 1 : searching / 1000 / Number(first[1]),
      nLogN(size) / nLogN(sizes[0] ?? size),
    ]);
  }
  print([
    ['search for twins', 's in all', 'µs an article', '× the first', 'n·log n would be ×'],
    ...rows,
    [`copies found at their import`, found / copies, '', '', ''],
  ]);
  storage.close();
  rmSync(dir, { recursive: true, force: true });
}

/** Near duplicates: how many are found and how many are right, and how the search grows. */
export async function run(): Promise<void> {
  quality();
  growth();
}
