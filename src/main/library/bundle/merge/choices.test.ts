import { describe, expect, it } from 'vitest';
import { articleId, dump, errorOf, freshPairs, mark } from './test-pair.ts';

const pair = freshPairs();

describe('choices', () => {
  /** A passage, a note and an article's outlet that both sides changed. */
  async function apart() {
    const note = await pair.mine.call('notes.create', { title: 'Plan', markdown: 'Start.' });
    const passage = await mark(pair.mine, 'in June', 'Mine', ['a']);
    await pair.handOver();
    const id = await articleId(pair.mine, 'Ferry talks resume');
    for (const [library, word] of [
      [pair.mine, 'mine'],
      [pair.theirs, 'theirs'],
    ] as const) {
      await library.call('notes.update', { id: note.id, markdown: `Start. ${word}` });
      await library.call('annotations.update', { id: passage.id, comment: word });
      await library.call('articles.update', { id, 'container-title': word });
    }
    return { note: note.id, article: id };
  }
  const state = async ({ note, article }: { note: string; article: string }) => ({
    notes: (await pair.mine.call('notes.list', {})).total,
    note: (await pair.mine.call('notes.get', { id: note })).text,
    versions: (await pair.mine.call('versions.list', { documentId: note })).items.length,
    comments: (await pair.mine.call('annotations.list', {})).items.map(({ comment }) => comment),
    outlet: (await pair.mine.call('articles.get', { id: article }))['container-title'],
  });

  it.each(['mine', 'theirs'] as const)(
    'of %s for everything are done, and kept',
    async (prefer) => {
      const ids = await apart();
      const before = dump(pair.mine);
      const input = await pair.bundle();
      const report = await pair.mine.call('bundle.merge', { ...input, prefer });
      expect(report.conflicts.map(({ choice }) => choice)).toEqual([prefer, prefer, prefer]);
      expect(await state(ids)).toEqual({
        notes: 1,
        note: `Start. ${prefer}`,
        // The words that were not chosen can be read among the versions.
        versions: 1,
        comments: [prefer],
        outlet: prefer,
      });
      const after = dump(pair.mine);
      const again = await pair.mine.call('bundle.merge', input);
      expect(again.conflicts).toEqual([]);
      expect(dump(pair.mine)).toEqual(after);
      await pair.mine.call('history.undo', {});
      expect(dump(pair.mine)).toEqual(before);
    },
  );

  it('of one difference leave the others as they are done by themselves', async () => {
    const ids = await apart();
    const input = await pair.bundle();
    const { conflicts } = await pair.mine.call('bundle.preview', input);
    const passage = conflicts.find(({ kind }) => kind === 'annotation');
    expect(passage?.what).toBe('Comment: “mine” here, “theirs” in the bundle');
    const one = passage?.id ?? '';
    await pair.mine.call('bundle.merge', { ...input, choices: { [one]: 'theirs' } });
    expect(await state(ids)).toMatchObject({ comments: ['theirs'], outlet: 'mine', notes: 3 });
  });

  it('that a difference does not offer are refused', async () => {
    const passage = await mark(pair.mine, 'in June', 'Mine');
    await pair.handOver();
    await pair.theirs.call('annotations.delete', { id: passage.id });
    const input = await pair.bundle();
    const [difference] = (await pair.mine.call('bundle.preview', input)).conflicts;
    const choices = { [difference?.id ?? '']: 'both' as const };
    expect(await errorOf(pair.mine.call('bundle.merge', { ...input, choices }))).toBe(
      'invalid-input',
    );
  });
});
