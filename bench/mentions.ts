import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibrary } from '../src/main/library/library.ts';
import { openDatabase } from '../src/main/library/storage/database.ts';
import { testPorts } from '../src/main/library/test-library.ts';
import { findNames } from '../src/shared/text/names/find/find-names.ts';
import { MentionFinder, type NamedActor } from '../src/shared/text/names/mentions.ts';
import { compromise } from './accuracy/finders.ts';
import { makeLibrary } from './made-library.ts';
import { print, random, time } from './measure.ts';
import { benchArticles, type BenchArticle } from './texts.ts';

const namesPerActor = 4;
/** Texts that names are taken from. */
const textsRead = 3000;
const usual = 50_000;
/** Of so many, each side in turn, the fastest counts. */
const turns = 3;
/** Texts the slow peers are given. */
const fewer = { plain: 40, compromise: 40 };

/** Seconds of processor time, which other programs on the machine do not lengthen. */
function seconds(work: () => void): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
}

const size = (articles: readonly BenchArticle[]) =>
  articles.reduce((sum, { text }) => sum + text.length, 0) / 1e6;

/** 20,000 different names of people and organisations: up to half from the texts, the others made. */
function namesFrom(articles: readonly BenchArticle[]): NamedActor[] {
  const kinds = ['person', 'organisation'] as const;
  const most = { person: 12_000, organisation: 8000 };
  const names = { person: new Set<string>(), organisation: new Set<string>() };
  for (const { text } of articles.slice(0, textsRead)) {
    for (const { kind, text: words } of findNames(text)) {
      const name = words.replaceAll(/\s+/gu, ' ');
      if (kind === 'place' || !name.includes(' ') || names[kind].size >= most[kind] / 2) continue;
      names[kind].add(name);
    }
  }
  const next = random(7);
  const syllables = 'ba ke li mo ru sa te do fi gu ha ne po ra'.split(' ');
  const word = () => {
    const made = Array.from(
      { length: 2 + Math.floor(next() * 3) },
      () => syllables[Math.floor(next() * syllables.length)] ?? '',
    ).join('');
    return made.charAt(0).toUpperCase() + made.slice(1);
  };
  return kinds.flatMap((kind, first) => {
    const all = names[kind];
    while (all.size < most[kind]) all.add(`${word()} ${word()}n`);
    const count = most[kind] / namesPerActor;
    const list = [...all];
    return Array.from({ length: count }, (_unused, n) => ({
      key: first * most.person + n,
      kind,
      names: Array.from({ length: namesPerActor }, (_other, at) => ({
        name: list[at * count + n] ?? '',
        scope: 'everywhere' as const,
        article: null,
      })),
    }));
  });
}

function speed(articles: readonly BenchArticle[], actors: readonly NamedActor[]): void {
  const names = actors.flatMap((actor) => actor.names.map(({ name }) => name));
  let finder = new MentionFinder([]);
  const building = seconds(() => (finder = new MentionFinder(actors)));
  const words = new Set(names.flatMap((name) => name.toLowerCase().split(' ')));
  let [mentions, hits] = [0, 0];
  let [finding, bare] = [Infinity, Infinity];
  for (let turn = 0; turn < turns; turn += 1) {
    const found = seconds(() => {
      mentions = 0;
      for (const { text } of articles) mentions += finder.find(text, 0).length;
    });
    const lookedUp = seconds(() => {
      for (const { text } of articles) {
        for (const [token] of text.matchAll(/\p{L}+/gu)) {
          if (words.has(token.toLowerCase())) hits += 1;
        }
      }
    });
    [finding, bare] = [Math.min(finding, found), Math.min(bare, lookedUp)];
  }
  const some = articles.slice(0, fewer.plain);
  const plain = seconds(() => {
    for (const { text } of some) {
      for (const name of names) {
        for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) hits += 1;
      }
    }
  });
  const others = articles.slice(0, fewer.compromise);
  const peer = seconds(() => {
    for (const { text } of others) compromise(text);
  });
  const rate = (list: readonly BenchArticle[], took: number) => (size(list) / took).toFixed(2);
  print([
    ['megabytes of text', size(articles).toFixed(1)],
    ['seconds to make the finder of 20,000 names', building.toFixed(2)],
    ['mentions', mentions],
    ['MB a second, ours', rate(articles, finding)],
    ['MB a second, each word looked up in a set', rate(articles, bare)],
    ['MB a second, plain search for each name', rate(some, plain)],
    ['MB a second, compromise (it has no list of names)', rate(others, peer)],
  ]);
}

/** Puts the actors into a library by hand: making them one by one is no part of this. */
function insertActors(dir: string, actors: readonly NamedActor[]): void {
  const db = openDatabase(join(dir, 'library.sqlite'));
  const actor = db.prepare(
    `INSERT INTO actors (id, kind, name, created, modified) VALUES (?, ?, ?, '', '')`,
  );
  const owned = db.prepare(
    `INSERT INTO actor_names (actor, name, scope) VALUES (?, ?, 'everywhere')`,
  );
  db.exec('BEGIN');
  for (const { key, kind, names: all } of actors) {
    const { lastInsertRowid } = actor.run(`made-${key}`, kind, all[0]?.name ?? '');
    for (const { name } of all) owned.run(lastInsertRowid, name);
  }
  db.exec('DELETE FROM name_dirty; DELETE FROM proposal_dirty; COMMIT');
  db.close();
}

/** A name that is in many texts, given to one of 5,000 actors of a library. */
async function oneMoreName(articles: readonly BenchArticle[], actors: readonly NamedActor[]) {
  const dir = mkdtempSync(join(tmpdir(), 'attache-bench-'));
  try {
    makeLibrary(dir, articles);
    insertActors(dir, actors);
    const library = openLibrary(dir, testPorts());
    const told: number[] = [];
    let longestWait = 0;
    // The finder is made for the first name of a session.
    const first = await time(() =>
      library.call('actors.update', {
        id: 'made-0',
        names: [{ name: 'Nobody Here', scope: 'everywhere' }],
      }),
    );
    const done = new Promise<void>((resolve) => {
      library.on((event) => {
        if (event.type !== 'work.progress' || event.work !== 'mentions') return;
        told.push(event.done);
        if (event.done === event.total) resolve();
      });
    });
    const start = performance.now();
    const added = await time(() =>
      library.call('actors.update', {
        id: 'made-1',
        names: [{ name: 'Japan', scope: 'everywhere' }],
      }),
    );
    const timer = setInterval(() => {
      void time(() => library.call('articles.list', { limit: 50 })).then(
        (took) => (longestWait = Math.max(longestWait, took)),
      );
    }, 200);
    await done;
    clearInterval(timer);
    const all = (performance.now() - start) / 1000;
    const actor = (await library.call('actors.get', { id: 'made-1' })) as { articles: number };
    await library.close();
    print([
      ['articles in the library', articles.length],
      ['first name of a session (makes the finder), ms', first],
      ['ms until the command is answered', added],
      ['articles that name it', actor.articles],
      ['seconds until all are read', all.toFixed(1)],
      ['times progress was told', told.length],
      ['longest wait of another call meanwhile, ms', longestWait],
    ]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/**
 * 20,000 names of 5,000 actors in 25 million words of news stories: how fast mentions are found,
 * beside plain search, compromise, and a look-up of each word in a set, which is the least any
 * gazetteer has to do. Then one more name in a library of them.
 */
export async function run([count]: string[]): Promise<void> {
  const articles = benchArticles(count === undefined ? usual : Number(count));
  const actors = namesFrom(articles);
  speed(articles, actors);
  await oneMoreName(articles, actors);
}
