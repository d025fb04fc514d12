import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Input, Method } from '../../shared/contract/methods.ts';
import { plantArticle } from './test-articles.ts';
import { testLibrary } from './test-library.ts';

const text = 'Ministers met on Tuesday. They agreed on little.\nSubscribe to our letter.';
let library: ReturnType<typeof testLibrary>;
beforeEach(() => void (library = testLibrary()));
afterEach(() => library.dispose());

const history = async () => (await library.call('history.list', { limit: 1000 })).items;

/** One thing of each kind, and for each a call that gives it what it has. */
async function callsWithoutChange(): Promise<[Method, Input<Method>][]> {
  const { call } = library;
  const articleId = plantArticle(library.dir, text, { title: 'Talks end' });
  const range = { articleId, start: 0, end: 9 };
  const tags = ['talks'];
  const { id: annotation } = await call('annotations.create', {
    ...range,
    motivation: 'commenting',
    comment: 'Which ones?',
    colour: 'fern',
    tags,
  });
  const actor = await call('actors.create', { kind: 'person', name: 'Ada Lund' });
  const state = await call('actors.create', { kind: 'state', name: 'Freedonia' });
  const said = await call('statements.create', { ...range, kind: 'claim', speaker: actor.id });
  const office = await call('relations.create', {
    kind: 'office',
    subject: actor.id,
    object: state.id,
    title: 'prime minister',
  });
  const note = await call('notes.create', { title: 'To ask', markdown: 'Who was there?' });
  const briefing = await call('briefings.create', { title: 'Week', markdown: 'All quiet.' });
  const version = await call('versions.create', { documentId: note.id, name: 'First' });
  const template = await call('templates.create', { documentId: note.id, name: 'Questions' });
  const search = await call('searches.create', { q: 'ministers', name: 'All' });
  await call('colours.update', { colour: 'fern', meaning: 'to ask' });
  await call('tags.update', { name: 'talks', colour: 'rose' });
  await call('articles.update', { id: articleId, issued: '2026-03', author: [{ family: 'Lund' }] });
  await call('articles.hide', { id: articleId, start: 49, end: 73, reason: 'newsletter-prompt' });
  return [
    ['articles.update', { id: articleId, title: 'Talks end' }],
    ['articles.update', { id: articleId, issued: '2026-03', author: [{ family: 'Lund' }] }],
    ['articles.hide', { id: articleId, start: 49, end: 73, reason: 'newsletter-prompt' }],
    ['articles.hideOffered', { id: articleId }],
    ['articles.unhide', { id: articleId, start: 0, end: 9 }],
    ['articles.restore', { id: articleId }],
    ['annotations.update', { id: annotation, comment: 'Which ones?', tags, colour: 'fern' }],
    ['annotations.updateMany', { ids: [annotation], colour: 'fern' }],
    ['actors.update', { id: actor.id, name: 'Ada Lund', kind: 'person', names: actor.names }],
    ['statements.update', { id: said.id, kind: 'claim', speaker: actor.id }],
    ['relations.update', { id: office.id, title: 'prime minister' }],
    ['notes.update', { id: note.id, title: 'To ask', markdown: 'Who was there?' }],
    ['documents.save', { id: briefing.id, revision: briefing.revision, title: 'Week' }],
    ['briefings.update', { id: briefing.id, markdown: 'All quiet.' }],
    ['versions.update', { id: version.id, name: 'First' }],
    ['templates.update', { id: template.id, name: 'Questions' }],
    ['searches.update', { id: search.id, name: 'All', q: 'ministers' }],
    ['colours.update', { colour: 'fern', meaning: 'to ask' }],
    ['tags.update', { name: 'talks', colour: 'rose' }],
    ['tags.rename', { name: 'talks', to: 'talks' }],
  ];
}

test('a command that changes nothing is no step of the history', async () => {
  const calls = await callsWithoutChange();
  const before = await history();
  const listed: string[] = [];
  for (const [method, input] of calls) {
    const known = (await history()).length;
    await library.call(method, input);
    if ((await history()).length > known) listed.push(method);
  }
  expect(listed).toEqual([]);
  expect(await history()).toEqual(before);
});
