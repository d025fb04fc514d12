import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LibraryEvent, Work } from '../../../shared/contract/events.ts';
import { openDatabase } from '../storage/database.ts';
import { plantArticle } from '../test-articles.ts';
import { testLibrary } from '../test-library.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary();
});
afterEach(() => library.dispose());

const inDatabase = <T>(work: (db: ReturnType<typeof openDatabase>) => T): T => {
  const db = openDatabase(join(library.dir, 'library.sqlite'));
  try {
    return work(db);
  } finally {
    db.close();
  }
};

/** More articles than are read before a commit, all like the one planted first. */
function plantMany(count: number, text: string): void {
  plantArticle(library.dir, text);
  inDatabase((db) =>
    db.exec(`BEGIN;
      INSERT INTO articles (id, title, words, source_name, source_format, original, created, modified)
        WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
        SELECT 'copy ' || i, 'Copy', 3, 'a.txt', 'text', a.original, a.created, a.modified
        FROM n, (SELECT * FROM articles LIMIT 1) a;
      INSERT INTO texts (article, version, text, hash, blocks, marks, created)
        SELECT a.seq, 1, t.text, t.hash, t.blocks, t.marks, t.created
        FROM articles a, texts t WHERE t.article = 1 AND a.seq > 1;
      COMMIT`),
  );
}

const ended = (work: Work) =>
  new Promise<void>((resolve) => {
    const stop = library.on((event: LibraryEvent) => {
      if (event.type !== 'work.progress' || event.work !== work) return;
      if (event.done < event.total) return;
      stop();
      resolve();
    });
  });

describe('work at leisure', () => {
  it('finds a new name also in articles that an index made again does not have yet', async () => {
    plantMany(700, 'Orla Quinn spoke.');
    await library.call('actors.create', { kind: 'other', name: 'Nothing There' });
    inDatabase((db) =>
      db.exec(`DELETE FROM article_fts WHERE rowid > 0;
        UPDATE meta SET value = 0 WHERE key = 'search.tokenizer'`),
    );
    await library.reopen();
    const built = ended('search');
    const done = ended('mentions');
    const { id } = await library.call('actors.create', { kind: 'person', name: 'Orla Quinn' });
    expect((await library.call('search.query', { q: 'spoke' })).building).toBeGreaterThan(0);
    await Promise.all([built, done]);
    expect((await library.call('actors.get', { id })).mentions).toBe(700);
    const { groups, building } = await library.call('search.query', { q: 'spoke', in: 'articles' });
    expect([groups[0]?.total, building]).toEqual([700, undefined]);
  });

  it('reads the mentions of a name that many articles have after the command', async () => {
    plantMany(700, 'Orla Quinn spoke.');
    // Indexes what was planted, so that its names are found.
    await library.call('actors.create', { kind: 'other', name: 'Nothing There' });
    const done = ended('mentions');
    const { id, mentions } = await library.call('actors.create', {
      kind: 'person',
      name: 'Orla Quinn',
    });
    expect(mentions).toBeLessThan(700);
    expect(mentions).toBeGreaterThan(0);
    await done;
    expect((await library.call('actors.get', { id })).mentions).toBe(700);
    await library.call('history.undo', {});
    await library.call('history.redo', {});
    await library.reopen();
    await expect.poll(async () => (await library.call('actors.get', { id })).mentions).toBe(700);
  });

  it('finds mentions again at the next opening where they were found by other rules', async () => {
    plantArticle(library.dir, 'Orla Quinn spoke. Quinn left.');
    await library.call('actors.create', { kind: 'person', name: 'Orla Quinn' });
    const before = (await library.call('mentions.list', {})).items;
    expect(before).toHaveLength(2);
    inDatabase((db) =>
      db.exec(
        `UPDATE meta SET value = 0 WHERE key = 'actors.mention-rules'; DELETE FROM mentions;`,
      ),
    );
    await library.reopen();
    await expect.poll(async () => (await library.call('mentions.list', {})).items).toEqual(before);
  });

  it('does not read again what was found by these rules', async () => {
    plantArticle(library.dir, 'Orla Quinn spoke.');
    await library.call('actors.create', { kind: 'person', name: 'Orla Quinn' });
    inDatabase((db) => db.exec('DELETE FROM mentions'));
    await library.reopen();
    await library.call('actors.propose', {});
    expect((await library.call('mentions.list', {})).total).toBe(0);
  });
});

describe('names nobody should have to fear', () => {
  it.each(['a', '.', '(', '.*', '[', 'the', '\\', '“', '😀', ' x ', "O'", '%', 'NEAR(a b)', '"'])(
    'such as %s',
    async (name) => {
      plantArticle(library.dir, `Then (the .* x) a [ “said” ${name} \\ % 😀 " the end.`);
      const actor = await library.call('actors.create', { kind: 'person', name });
      expect(actor.name).toBe(name.trim());
      for (const { text } of (await library.call('mentions.list', { actorId: actor.id })).items) {
        expect(text.toLowerCase()).toContain(name.trim().toLowerCase().replace("'", ''));
      }
      await library.call('actors.dismiss', { items: [{ kind: 'person', name }] });
      await library.call('actors.propose', {});
    },
  );
});
