import { expect, describe, it } from 'vitest';
import { parseInProcess } from '../../import/parse-in-process.ts';
import { listBackups } from '../../storage/backup.ts';
import { wireCopies, wireStory } from '../../import/duplicates/wire-copies.ts';
import { testLibrary } from '../../test-library.ts';
import { mergedTables } from './merge.ts';
import { articleId, dump, ferry, freshPairs, mark, sum, type TestLibrary } from './test-pair.ts';

const pair = freshPairs();

describe('merging a bundle', () => {
  it('names every table that a person can change', () => {
    expect([...mergedTables, 'merge_choices'].sort()).toEqual(Object.keys(dump(pair.mine)).sort());
  });

  it('of the same library changes nothing and leaves no entry in the history', async () => {
    const before = dump(pair.mine);
    const history = await pair.mine.call('history.list', {});
    const report = await pair.mine.call('bundle.merge', await pair.bundle());
    expect(sum(report.added) + sum(report.completed) + report.conflicts.length).toBe(0);
    expect(dump(pair.mine)).toEqual(before);
    expect(await pair.mine.call('history.list', {})).toEqual(history);
  });

  it('brings what only the bundle has, after a backup, and is one step to undo', async () => {
    await pair.theirs.call('import.run', {
      sources: [{ name: 'c.txt', text: 'Third\n\nNew words.' }],
    });
    await mark(pair.theirs, 'in June', 'When exactly?', ['date']);
    await pair.theirs.call('actors.create', { kind: 'person', name: 'Mara Quist', names: [] });
    await pair.theirs.call('notes.create', { title: 'Ask', markdown: 'Who pays?' });
    const before = dump(pair.mine);
    const backups = listBackups(pair.mine.dir).length;
    const input = await pair.bundle();
    const preview = await pair.mine.call('bundle.preview', input);
    expect(dump(pair.mine)).toEqual(before);
    const report = await pair.mine.call('bundle.merge', input);
    expect(report).toEqual(preview);
    expect(report.added).toMatchObject({ article: 1, annotation: 1, actor: 1, note: 1 });
    expect(listBackups(pair.mine.dir).length).toBe(backups + 1);
    expect((await pair.mine.call('annotations.list', {})).items[0]).toMatchObject({
      quote: 'in June',
      tags: ['date'],
    });
    expect(await pair.mine.call('library.check', {})).toEqual({ ok: true, problems: [] });
    const id = await articleId(pair.mine, 'Third');
    expect((await pair.mine.call('articles.original', { id })).name).toBe('c.txt');
    await pair.mine.call('history.undo', {});
    expect(dump(pair.mine)).toEqual(before);
  });

  it('brings who said what, and who it was where only the bundle knows that', async () => {
    const id = await articleId(pair.mine, 'Ferry talks resume');
    const start = ferry.indexOf('The ferry may sail');
    const said = { articleId: id, start, end: start + 18, kind: 'paraphrase' as const };
    const made = await pair.mine.call('statements.create', said);
    await pair.handOver();
    const { id: speaker } = await pair.theirs.call('actors.create', {
      kind: 'person',
      name: 'Mara Quist',
    });
    await pair.theirs.call('statements.update', { id: made.id, speaker });
    const june = ferry.indexOf('in June');
    await pair.theirs.call('statements.create', { ...said, start: june, end: june + 7, speaker });
    const report = await pair.mine.call('bundle.merge', await pair.bundle());
    expect(report).toMatchObject({ added: { statement: 1 }, completed: { statement: 1 } });
    const { items } = await pair.mine.call('statements.list', { articleId: id });
    expect(items.map((one) => [one.quote, one.speaker])).toEqual([
      ['The ferry may sail', speaker],
      ['in June', speaker],
    ]);
  });

  it('brings along what a colleague said is nobody, and no copy of another', async () => {
    const lead = wireStory(3);
    const [copy = ''] = wireCopies(lead, 1);
    const add = (library: TestLibrary, name: string, text: string) =>
      library.call('import.run', { sources: [{ name, text }] });
    await add(pair.mine, 'copy.txt', copy);
    await add(pair.mine, 'lead.txt', lead);
    await add(pair.theirs, 'lead.txt', lead);
    const { imported } = await add(pair.theirs, 'copy.txt', copy);
    await pair.theirs.call('duplicates.separate', { id: imported[0]?.articleId ?? '' });
    await pair.theirs.call('actors.dismiss', {
      items: [{ kind: 'organisation', name: 'Estholm' }],
    });
    const input = await pair.bundle();
    expect((await pair.mine.call('bundle.merge', input)).added.setting).toBe(2);
    expect(dump(pair.mine)['not_duplicates']).toEqual(['{"article":3,"other":4}']);
    expect((await pair.mine.call('actors.dismissed', {})).items).toMatchObject([
      { name: 'Estholm' },
    ]);
    expect((await pair.mine.call('bundle.merge', input)).added.setting).toBe(0);
  });

  it('keeps both where both sides changed the same thing', async () => {
    const note = await pair.mine.call('notes.create', { title: 'Plan', markdown: 'Start.' });
    const passage = await mark(pair.mine, 'in June', 'Mine', ['a']);
    await pair.handOver();
    await pair.mine.call('notes.update', { id: note.id, markdown: 'Start. My end.' });
    await pair.theirs.call('notes.update', { id: note.id, markdown: 'Start. Their end.' });
    await pair.mine.call('annotations.update', { id: passage.id, comment: 'My view' });
    await pair.theirs.call('annotations.update', {
      id: passage.id,
      comment: 'Their view',
      tags: ['b'],
    });
    const ferryId = await articleId(pair.mine, 'Ferry talks resume');
    await pair.mine.call('articles.update', { id: ferryId, 'container-title': 'The Quay' });
    await pair.theirs.call('articles.update', { id: ferryId, 'container-title': 'The Pier' });
    await pair.theirs.call('articles.update', { id: ferryId, issued: '2031-04' });

    const report = await pair.mine.call('bundle.merge', await pair.bundle());
    expect(report.conflicts.map(({ kind, outcome }) => `${kind} ${outcome}`).sort()).toEqual([
      'annotation both-kept',
      // The tag that the colleague took off.
      'annotation ours-kept',
      'article both-kept',
      'note both-kept',
    ]);
    const notes = (await pair.mine.call('notes.list', {})).items.map(({ title }) => title);
    expect(notes.sort()).toEqual(['Other details in Story', 'Plan', 'Plan (Story)']);
    const comments = (await pair.mine.call('annotations.list', {})).items.map(
      ({ comment }) => comment,
    );
    expect(comments.sort()).toEqual(['My view', 'Their view']);
    const plan = report.conflicts.find(({ title }) => title === 'Plan');
    expect(plan?.what).toBe('1 word is only here, 1 word is only in the bundle');
    expect(plan?.changes?.[0]?.parts).toEqual([
      { change: 'same', text: 'Start. ' },
      { change: 'removed', text: 'My ' },
      { change: 'added', text: 'Their ' },
      { change: 'same', text: 'end.' },
    ]);
    expect(await pair.mine.call('articles.get', { id: ferryId })).toMatchObject({
      'container-title': 'The Quay',
      issued: '2031-04',
    });
  });

  it('takes a document over that was only written on further', async () => {
    const { id } = await pair.mine.call('briefings.create', {
      title: 'Week',
      markdown: 'One two.',
    });
    await pair.handOver();
    await pair.theirs.call('versions.create', { documentId: id, name: 'As I got it' });
    await pair.theirs.call('briefings.update', { id, markdown: 'One two three.' });
    const report = await pair.mine.call('bundle.merge', await pair.bundle());
    expect(report).toMatchObject({ completed: { briefing: 1 }, conflicts: [] });
    expect((await pair.mine.call('briefings.get', { id })).text).toBe('One two three.');
    expect((await pair.mine.call('versions.list', { documentId: id })).items).toHaveLength(1);
  });

  it('takes a text over that was only corrected in the bundle, and passages move along', async () => {
    const passage = await mark(pair.mine, 'in June', 'Mine');
    const id = await articleId(pair.mine, 'Ferry talks resume');
    const longer = ferry.replace('The ferry', 'After long talks the ferry');
    await pair.theirs.call('articles.revise', { id, text: longer });
    const start = longer.indexOf('officials');
    const place = { articleId: id, start, end: start + 9, motivation: 'highlighting' as const };
    await pair.theirs.call('annotations.create', place);
    const report = await pair.mine.call('bundle.merge', await pair.bundle());
    expect(report).toMatchObject({ completed: { article: 1 }, conflicts: [] });
    expect((await pair.mine.call('articles.get', { id })).text).toBe(longer);
    const { items } = await pair.mine.call('annotations.list', {});
    expect(items.map(({ quote }) => quote).sort()).toEqual(['in June', 'officials']);
    expect(items.find((item) => item.id === passage.id)?.start).toBe(longer.indexOf('in June'));
    const again = await pair.mine.call('bundle.merge', await pair.bundle());
    expect(sum(again.added) + sum(again.completed) + again.conflicts.length).toBe(0);
  });

  it('shows the words where both corrected a text, and keeps both', async () => {
    const id = await articleId(pair.mine, 'Ferry talks resume');
    for (const [library, month] of [
      [pair.mine, 'in July'],
      [pair.theirs, 'in August'],
    ] as const) {
      await library.call('articles.revise', { id, text: ferry.replace('in June', month) });
    }
    const { conflicts } = await pair.mine.call('bundle.merge', await pair.bundle());
    expect(conflicts).toMatchObject([{ kind: 'article', outcome: 'both-kept' }]);
    const differing = conflicts[0]?.changes?.flatMap(({ parts }) =>
      parts.filter(({ change }) => change !== 'same').map(({ text }) => text.trim()),
    );
    expect(differing).toEqual(['July', 'August']);
  });

  it('brings passages of a text that was corrected here to where their words stand', async () => {
    const id = await articleId(pair.mine, 'Ferry talks resume');
    const longer = ferry.replace('The ferry', 'After long talks the ferry');
    await pair.mine.call('articles.revise', { id, text: longer });
    await mark(pair.theirs, 'in June', 'Theirs');
    const report = await pair.mine.call('bundle.merge', await pair.bundle());
    expect(report).toMatchObject({ added: { annotation: 1, article: 0 }, conflicts: [] });
    expect((await pair.mine.call('annotations.list', {})).items[0]).toMatchObject({
      start: longer.indexOf('in June'),
      quote: 'in June',
    });
    expect(await pair.mine.call('library.check', {})).toEqual({ ok: true, problems: [] });
  });

  it('knows an article that both imported on their own, and cites its passages here', async () => {
    const text = 'Tide turns\n\nThe tide turned at noon.';
    await pair.mine.call('import.run', { sources: [{ name: 't.txt', text }] });
    const other = testLibrary(parseInProcess);
    try {
      const { imported } = await other.call('import.run', { sources: [{ name: 'x.txt', text }] });
      const place = { articleId: imported[0]?.articleId ?? '', start: 12, end: 20 };
      const { id } = await other.call('annotations.create', {
        ...place,
        motivation: 'highlighting',
      });
      const gone = await other.call('annotations.create', {
        ...place,
        end: 16,
        motivation: 'highlighting',
      });
      await other.call('briefings.create', {
        title: 'Tide',
        markdown: `It turned.[@${id}] It did.[@${gone.id}]`,
      });
      await other.call('annotations.delete', { id: gone.id });
      const report = await pair.mine.call('bundle.merge', await pair.bundle(other));
      expect(report.added.article).toBe(0);
      const { items } = await pair.mine.call('briefings.list', {});
      const { citations } = await pair.mine.call('briefings.get', { id: items[0]?.id ?? '' });
      const here = await articleId(pair.mine, 'Tide turns');
      expect(citations.map((one) => [one.articleId, one.change])).toEqual([
        [here, null],
        [here, 'deleted'],
      ]);
    } finally {
      await other.dispose();
    }
  });
});
