import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AttacheError } from '../../../../shared/contract/errors.ts';
import { documentHandlers } from '../documents.ts';
import { testNotebook } from '../test-notebook.ts';
import { versionHandlers } from './versions.ts';

let notebook: ReturnType<typeof testNotebook>;
let documents: ReturnType<typeof documentHandlers>;
let versions: ReturnType<typeof versionHandlers>;

beforeEach(() => {
  notebook = testNotebook();
  documents = documentHandlers(notebook.context);
  versions = versionHandlers(notebook.context);
});
afterEach(() => notebook.dispose());

const minute = 60_000;
const day = 24 * 60 * minute;

const texts = async (documentId: string) => {
  const { items } = await versions['versions.list']({ documentId });
  return Promise.all(items.map(async ({ id }) => (await versions['versions.get']({ id })).text));
};

describe('versions kept by themselves', () => {
  it('are what stood there before a new sitting began', async () => {
    const { id } = await documents['briefings.create']({ markdown: 'One.' });
    notebook.wait(minute);
    await documents['briefings.update']({ id, markdown: 'One. Two.' });
    expect(await texts(id)).toEqual([]);
    notebook.wait(11 * minute);
    await documents['briefings.update']({ id, markdown: 'One. Two. Three.' });
    expect(await texts(id)).toEqual(['One. Two.']);
  });

  it('come every half hour while somebody writes on, and before most of it goes', async () => {
    const { id } = await documents['notes.create']({ markdown: 'Begun.' });
    for (let step = 1; step <= 13; step += 1) {
      notebook.wait(5 * minute);
      await documents['notes.update']({ id, markdown: `Begun. ${'More. '.repeat(step * 10)}` });
    }
    expect(await texts(id)).toHaveLength(2);
    await documents['notes.update']({ id, markdown: 'Gone.' });
    expect((await texts(id))[0]).toContain('More.');
    expect(await texts(id)).toHaveLength(3);
  });

  it('thin out with age, and those with a name stay', async () => {
    const { id } = await documents['briefings.create']({ markdown: 'Day.' });
    notebook.wait(20 * minute);
    const named = await versions['versions.create']({ documentId: id, name: 'First' });
    for (let step = 0; step < 160; step += 1) {
      notebook.wait(day / 4);
      await documents['briefings.update']({ id, markdown: `Day ${step}.` });
    }
    const { items, total } = await versions['versions.list']({ documentId: id });
    expect(total).toBeGreaterThan(12);
    expect(total).toBeLessThanOrEqual(12 + 14 + 12 + 12 + 1);
    expect(items.at(-1)).toEqual(named);
    expect((await texts(id))[0]).toBe('Day 158.');
  });

  it('leave a template without words out', async () => {
    const { id } = await documents['briefings.create']({ template: 'briefing' });
    notebook.wait(day);
    await documents['briefings.update']({ id, markdown: 'Words.' });
    expect(await texts(id)).toEqual([]);
  });
});

describe('a version', () => {
  it('is kept under a name, compared, restored, and the restoring undone', async () => {
    const { commands } = notebook.context;
    const passage = notebook.annotate(
      notebook.addArticle({ title: 'Ferry', text: 'The ferry sails.' }),
      'ferry',
    );
    const { id } = await documents['briefings.create']({
      markdown: `The ferry shall sail.[@${passage}]`,
    });
    const { id: versionId } = await versions['versions.create']({
      documentId: id,
      name: 'For Ann',
    });
    await documents['briefings.update']({ id, title: 'New', markdown: 'The ferry will sail.' });
    const { blocks, added, removed } = await versions['versions.compare']({ id: versionId });
    expect(blocks.map(({ change }) => change)).toEqual(['changed']);
    expect([added, removed]).toEqual([1, 2]);

    const restored = await versions['versions.restore']({ id: versionId });
    expect(restored).toMatchObject({ text: 'The ferry shall sail.', revision: 3 });
    expect(restored.citations).toHaveLength(1);
    expect(await texts(id)).toEqual(['The ferry will sail.', 'The ferry shall sail.']);
    commands.undo();
    expect(await documents['briefings.get']({ id })).toMatchObject({
      title: 'New',
      text: 'The ferry will sail.',
      citations: [],
    });
    expect(await texts(id)).toEqual(['The ferry shall sail.']);
    commands.redo();
    expect(await documents['briefings.get']({ id })).toMatchObject({ text: restored.text });
  });

  it('is named and deleted, and both are undone', async () => {
    const { commands } = notebook.context;
    const { id: documentId } = await documents['notes.create']({ markdown: 'A note.' });
    const { id } = await versions['versions.create']({ documentId, name: 'Draft' });
    expect((await versions['versions.update']({ id, name: 'Sent' })).name).toBe('Sent');
    await versions['versions.delete']({ id });
    expect(await texts(documentId)).toEqual([]);
    commands.undo();
    commands.undo();
    expect((await versions['versions.get']({ id })).name).toBe('Draft');
  });

  it('comes back with its document when the making of it is undone and done again', async () => {
    const { commands } = notebook.context;
    const { id } = await documents['briefings.create']({ markdown: 'One.' });
    notebook.wait(day);
    await documents['briefings.update']({ id, markdown: 'Two.' });
    commands.undo();
    commands.undo();
    commands.redo();
    commands.redo();
    expect(await texts(id)).toEqual(['One.']);
  });

  it('is compared with another of the same document only', async () => {
    const one = await documents['notes.create']({ markdown: 'A.' });
    const two = await documents['notes.create']({ markdown: 'B.' });
    const first = await versions['versions.create']({ documentId: one.id, name: 'x' });
    const second = await versions['versions.create']({ documentId: two.id, name: 'x' });
    const codeOf = async (work: () => unknown) => {
      try {
        await work();
      } catch (error) {
        return error instanceof AttacheError ? error.code : error;
      }
      return null;
    };
    const compare = versions['versions.compare'];
    expect(await codeOf(() => compare({ id: first.id, with: second.id }))).toBe('invalid-input');
    expect(await codeOf(() => compare({ id: 'none' }))).toBe('not-found');
    await documents['notes.delete']({ id: one.id });
    expect(await codeOf(() => versions['versions.restore']({ id: first.id }))).toBe('not-found');
  });
});
