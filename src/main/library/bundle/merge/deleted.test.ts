import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseInProcess } from '../../import/parse-in-process.ts';
import { testLibrary } from '../../test-library.ts';
import { restoreBundle } from '../restore-bundle.ts';
import { articleId, dump, freshPairs, mark } from './test-pair.ts';

const pair = freshPairs();

describe('what was deleted since', () => {
  it('on their side is offered and stays until somebody chooses that it goes', async () => {
    const passage = await mark(pair.mine, 'in June', 'Mine');
    await pair.mine.call('briefings.create', { title: 'Week', markdown: `So.[@${passage.id}]` });
    const note = await pair.mine.call('notes.create', { title: 'Ask', markdown: 'Who pays?' });
    const actor = await pair.mine.call('actors.create', { kind: 'person', name: 'Mara Quist' });
    const harbourId = await articleId(pair.mine, 'Harbour reopens');
    await pair.handOver();
    await pair.theirs.call('annotations.delete', { id: passage.id });
    await pair.theirs.call('notes.delete', { id: note.id });
    await pair.theirs.call('actors.delete', { id: actor.id });
    await pair.theirs.call('articles.delete', { id: harbourId });
    const before = dump(pair.mine);
    const input = await pair.bundle();
    const { conflicts } = await pair.mine.call('bundle.merge', input);
    expect(conflicts.map(({ cause, kind, title, choice }) => [cause, kind, title, choice])).toEqual(
      [
        ['deleted-there', 'article', 'Harbour reopens', 'mine'],
        ['deleted-there', 'annotation', 'in June', 'mine'],
        ['deleted-there', 'actor', 'Mara Quist', 'mine'],
        ['deleted-there', 'note', 'Ask', 'mine'],
      ],
    );
    expect(conflicts[1]?.what).toBe('It was deleted in the bundle; 1 document cites it here');
    expect(dump(pair.mine)).toEqual(before);

    const choices = Object.fromEntries(conflicts.map(({ id }) => [id, 'theirs' as const]));
    const done = await pair.mine.call('bundle.merge', { ...input, choices, prefer: 'mine' });
    expect(done.conflicts.map(({ outcome }) => outcome)).toEqual(Array(4).fill('deleted'));
    expect((await pair.mine.call('annotations.list', {})).total).toBe(0);
    expect((await pair.mine.call('notes.list', {})).total).toBe(0);
    expect((await pair.mine.call('actors.list', {})).items).toEqual([]);
    expect((await pair.mine.call('articles.list', {})).total).toBe(1);
    await pair.mine.call('articles.restore', { id: harbourId });
    await pair.mine.call('history.undo', {});
    await pair.mine.call('history.undo', {});
    expect(dump(pair.mine)).toEqual(before);
  });

  it('is not taken for a deletion where an undo took it away', async () => {
    await pair.handOver();
    await mark(pair.mine, 'in June', 'Mine');
    await mark(pair.theirs, 'sail', 'Theirs');
    const input = await pair.bundle();
    await pair.mine.call('bundle.merge', input);
    await pair.mine.call('history.undo', {});
    const again = await pair.mine.call('bundle.merge', input);
    expect(again.added.annotation).toBe(1);
  });

  it('on this side stays deleted, but for what they have worked on', async () => {
    const kept = await mark(pair.mine, 'in June', 'One', ['date']);
    const gone = await mark(pair.mine, 'sail', 'Two');
    const worked = await mark(pair.mine, 'officials', 'Three');
    const harbourId = await articleId(pair.mine, 'Harbour reopens');
    await pair.handOver();
    await pair.mine.call('annotations.update', { id: kept.id, tags: [] });
    await pair.mine.call('annotations.delete', { id: gone.id });
    await pair.mine.call('annotations.delete', { id: worked.id });
    await pair.mine.call('articles.delete', { id: harbourId });
    await pair.theirs.call('annotations.update', { id: worked.id, comment: 'Three and more' });
    const input = await pair.bundle();
    const { conflicts } = await pair.mine.call('bundle.merge', input);
    expect(conflicts).toMatchObject([
      { cause: 'deleted-here', kind: 'annotation', title: 'officials', outcome: 'theirs-taken' },
    ]);
    const { items } = await pair.mine.call('annotations.list', {});
    expect(items.map(({ comment, tags }) => [comment, tags])).toEqual([
      ['One', []],
      ['Three and more', []],
    ]);
    expect((await pair.mine.call('articles.list', {})).total).toBe(1);
    await pair.mine.call('history.undo', {});
    const choices = { [conflicts[0]?.id ?? '']: 'mine' as const };
    await pair.mine.call('bundle.merge', { ...input, choices });
    expect((await pair.mine.call('annotations.list', {})).total).toBe(1);
    expect((await pair.mine.call('bundle.preview', input)).conflicts).toEqual([]);
  });

  it('comes out of the trash where a colleague has marked it since', async () => {
    const id = await articleId(pair.mine, 'Ferry talks resume');
    await pair.handOver();
    await pair.mine.call('articles.delete', { id });
    await mark(pair.theirs, 'sail', 'Theirs');
    const { conflicts } = await pair.mine.call('bundle.merge', await pair.bundle());
    expect(conflicts).toMatchObject([{ cause: 'deleted-here', kind: 'article', choice: 'theirs' }]);
    expect((await pair.mine.call('annotations.list', { articleId: id })).total).toBe(1);
    expect((await pair.mine.call('articles.list', {})).total).toBe(2);
  });

  it('travels on with a bundle of a bundle', async () => {
    const passage = await mark(pair.mine, 'in June', 'Mine');
    await pair.handOver();
    await pair.theirs.call('annotations.delete', { id: passage.id });
    const path = join(pair.theirs.dir, 'on.attache');
    await pair.theirs.call('export.bundle', { path });
    const third = testLibrary(parseInProcess);
    try {
      await third.replace(async (dir) => {
        await restoreBundle(dir, path, new Date());
      });
      const { conflicts } = await pair.mine.call('bundle.preview', await pair.bundle(third));
      expect(conflicts).toMatchObject([{ cause: 'deleted-there', title: 'in June' }]);
    } finally {
      await third.dispose();
    }
  });
});
