import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseInProcess } from '../import/parse-in-process.ts';
import { testLibrary } from '../test-library.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary(parseInProcess);
});
afterEach(() => library.dispose());

async function counted() {
  const { counts } = await library.call('library.info', {});
  const listed = {
    articles: (await library.call('articles.list', {})).total,
    annotations: (await library.call('annotations.list', {})).total,
    orphaned: (await library.call('annotations.list', { status: 'orphaned' })).total,
    unsettled:
      (await library.call('annotations.list', { status: 'orphaned' })).total +
      (await library.call('annotations.list', { status: 'moved' })).total,
    actors: (await library.call('actors.list', {})).items.length,
    mentions: (await library.call('mentions.list', {})).total,
    trash: (await library.call('articles.list', { trashed: true })).total,
  };
  return { counts, listed };
}

test('what is counted is what is listed, with an article in the trash and out of it again', async () => {
  const texts = ['Orla Quinn spoke of the rain.', 'Nobody was there when Orla Quinn left.'];
  const sources = texts.map((text, index) => ({ name: `${index}.txt`, text }));
  const { imported } = await library.call('import.run', { sources });
  await library.call('actors.create', { kind: 'person', name: 'Orla Quinn' });
  for (const { articleId } of imported) {
    await library.call('annotations.create', {
      articleId,
      start: 0,
      end: 10,
      motivation: 'highlighting',
    });
  }
  const id = imported[0]?.articleId ?? '';
  await library.call('articles.revise', { id, text: 'Nothing of this is left.' });
  for (const change of ['articles.delete', 'articles.restore'] as const) {
    const before = await counted();
    expect(before.counts).toMatchObject(before.listed);
    await library.call(change, { id });
  }
  const { counts, listed } = await counted();
  expect(counts).toMatchObject(listed);
  expect(counts).toMatchObject({
    articles: 2,
    annotations: 2,
    orphaned: 1,
    unsettled: 1,
    trash: 0,
  });
});
