import { strFromU8, unzipSync } from 'fflate';
import { DOMParser } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plantArticle } from '../../test-articles.ts';
import { testLibrary } from '../../test-library.ts';
import { schemaProblems } from '../test-schema.ts';
import { referenceProblems } from './test-references.ts';

const text = '😀 The envoys met.\nThey agreed on little.';
let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary();
});
afterEach(() => library.dispose());

/** An article with two passages, one with two tags and a comment; and one article without any. */
async function sample() {
  const id = plantArticle(library.dir, text, { title: 'Talks <b> & "more"\u0001' });
  const other = plantArticle(library.dir, 'Nothing marked.', { title: 'Calm' });
  const place = { articleId: id, motivation: 'commenting' as const };
  const envoys = await library.call('annotations.create', {
    ...place,
    start: 7,
    end: 13,
    comment: 'who <exactly>?',
    tags: ['talks', 'border'],
  });
  const little = await library.call('annotations.create', { ...place, start: 34, end: 40 });
  return { id, other, envoys: envoys.id, little: little.id };
}

/** Actors with relations and a statement, a note and a briefing. */
async function everything() {
  const { items } = await library.call('articles.list', { sort: 'title' });
  const articleId = items.find(({ title }) => title.startsWith('Talks'))?.id ?? '';
  const envoy = await library.call('actors.create', {
    kind: 'person',
    name: 'Orla Quinn',
    names: [{ name: 'envoys', scope: 'everywhere' }],
  });
  const council = await library.call('actors.create', { kind: 'organisation', name: 'Council' });
  await library.call('relations.create', {
    kind: 'member-of',
    subject: envoy.id,
    object: council.id,
    from: '2030',
    until: '2032-05',
  });
  await library.call('relations.create', {
    kind: 'office',
    subject: envoy.id,
    title: 'Chief envoy',
    from: '2031',
  });
  const place = { articleId, start: 19, end: 40 };
  const statement = await library.call('statements.create', {
    ...place,
    kind: 'claim',
    speaker: envoy.id,
  });
  const note = await library.call('notes.create', {
    title: 'Ask',
    markdown: 'Who pays?',
    about: { articleId },
  });
  await library.call('briefings.create', { markdown: 'Little was agreed.' });
  return { envoy: envoy.id, council: council.id, statement: statement.id, note: note.id };
}

async function project() {
  const made = await library.call('export.bundle', { format: 'qdpx' });
  if (!('base64' in made)) throw new Error('expected bytes');
  expect(made.name).toBe('Library.qdpx');
  const entries = unzipSync(Buffer.from(made.base64, 'base64'));
  const file = (name: string) => strFromU8(entries[name] ?? new Uint8Array());
  const xml = file('project.qde');
  return { file, xml, document: new DOMParser().parseFromString(xml, 'text/xml') };
}

describe('a library as a REFI-QDA project', () => {
  it('has the articles as plain text and selections that stand on their words', async () => {
    const { id, other, envoys, little } = await sample();
    const { file, document } = await project();
    const sources = [...document.querySelectorAll('TextSource')];
    expect(sources.map((source) => source.getAttribute('guid'))).toEqual([id, other]);
    const [first] = sources;
    const path = first?.getAttribute('plainTextPath') ?? '';
    const written = file(path.replace('internal://', 'Sources/'));
    expect(written).toBe(text);
    const selections = [...(first?.querySelectorAll('PlainTextSelection') ?? [])].map((found) => ({
      guid: found.getAttribute('guid'),
      words: Array.from(written)
        .slice(
          Number(found.getAttribute('startPosition')),
          Number(found.getAttribute('endPosition')),
        )
        .join(''),
      comment: found.querySelector('Description')?.textContent ?? null,
    }));
    expect(selections).toEqual([
      { guid: envoys, words: 'envoys', comment: 'who <exactly>?' },
      { guid: little, words: 'little', comment: null },
    ]);
  });

  it('is valid against the published schema, empty and full', async () => {
    const schema = 'refi-qda-project.xsd';
    expect(await schemaProblems((await project()).xml, schema)).toEqual([]);
    await sample();
    await everything();
    const { xml } = await project();
    expect(await schemaProblems(xml, schema)).toEqual([]);
    const spoilt = xml.replace('<CodeBook>', '<CodeBook><Users/>');
    expect((await schemaProblems(spoilt, schema)).join()).toContain('Users');
  });

  it('has references that lead to what they name', async () => {
    await sample();
    await everything();
    const { document } = await project();
    const root = document.documentElement as unknown as Element;
    expect(referenceProblems(root)).toEqual([]);
    document.querySelector('Coding > CodeRef')?.setAttribute('targetGUID', 'none');
    expect(referenceProblems(root)).toEqual(['CodeRef leads to nothing']);
  });

  it('has tags as codes beneath each other, which the selections point at', async () => {
    const { id } = await sample();
    const place = { articleId: id, start: 19, end: 23, motivation: 'tagging' as const };
    await library.call('annotations.create', { ...place, tags: ['border/ferry/fares'] });
    await library.call('tags.update', { name: 'border', colour: 'fern' });
    const { document } = await project();
    const path = (code: Element | null): string => {
      const above = code?.parentElement;
      const name = code?.getAttribute('name') ?? '';
      return above?.tagName === 'Code' ? `${path(above)} > ${name}` : name;
    };
    const codes = new Map(
      ([...document.querySelectorAll('Code')] as unknown as Element[]).map((code) => [
        code.getAttribute('guid'),
        path(code),
      ]),
    );
    expect([...codes.values()]).toEqual([
      'border',
      'border > ferry',
      'border > ferry > fares',
      'talks',
      'Colours',
      'Colours > amber',
    ]);
    const used = [...document.querySelectorAll('Coding CodeRef')].map((ref) =>
      codes.get(ref.getAttribute('targetGUID')),
    );
    expect(used).toEqual(['talks', 'border', 'border > ferry > fares', 'Colours > amber']);
    expect(document.querySelector('Code[name=border]')?.getAttribute('color')).toBe('#3F8226');
  });

  it('has colours that mean something as codes, and those of passages without a tag', async () => {
    const { envoys, little } = await sample();
    await library.call('colours.update', { colour: 'amber', meaning: 'To be checked' });
    const { document } = await project();
    const code = document.querySelector('Code[name="To be checked"]');
    expect(code?.getAttribute('color')).toBe('#A87400');
    for (const guid of [envoys, little]) {
      const codes = document.querySelectorAll(`PlainTextSelection[guid="${guid}"] CodeRef`);
      expect([...codes].map((ref) => ref.getAttribute('targetGUID'))).toContain(
        code?.getAttribute('guid'),
      );
    }
  });

  it('has actors as cases, their relations as links, what they said as selections', async () => {
    const { id } = await sample();
    const { envoy, council, statement, note } = await everything();
    const { document } = await project();
    const one = (selector: string) => document.querySelector(selector);
    const value = (selector: string, variable: string) => {
      const guid = one(`Variable[name=${variable}]`)?.getAttribute('guid') ?? '';
      const values = [...document.querySelectorAll(`${selector} > VariableValue`)];
      const found = values.find((each) => each.outerHTML.includes(guid));
      return found?.querySelector('TextValue')?.textContent;
    };
    const envoyCase = `Case[guid="${envoy}"]`;
    expect(value(envoyCase, 'Kind')).toBe('person');
    expect(value(envoyCase, 'Names')).toBe('Orla Quinn; envoys');
    expect(value(envoyCase, 'Office')).toBe('Chief envoy (since 2031)');
    expect(one(`${envoyCase} > SourceRef`)?.getAttribute('targetGUID')).toBe(id);
    expect(one(`${envoyCase} > SelectionRef`)?.getAttribute('targetGUID')).toBe(statement);
    const link = one('Link');
    expect(link?.getAttribute('originGUID')).toBe(envoy);
    expect(link?.getAttribute('targetGUID')).toBe(council);
    expect(link?.getAttribute('name')).toBe('member of (2030–2032-05)');
    expect(one(`TextSource[guid="${id}"] > NoteRef`)?.getAttribute('targetGUID')).toBe(note);
    expect(one(`Note[guid="${note}"]`)?.textContent).toContain('Who pays?');
    expect(value(`TextSource[guid="${id}"]`, 'Published')).toBe('n.d.');
  });

  it('leaves out lost passages, and gives the same codes again', async () => {
    const { id, envoys } = await sample();
    const codes = (document: Awaited<ReturnType<typeof project>>['document']) =>
      [...document.querySelectorAll('Code')].map((code) => code.getAttribute('guid'));
    const before = await project();
    await library.call('articles.revise', { id, text: `${text}\nMore.`.replace('little', 'much') });
    const after = await project();
    expect(codes(after.document)).toEqual(codes(before.document));
    const left = [...after.document.querySelectorAll('PlainTextSelection')];
    expect(left.map((found) => found.getAttribute('guid'))).toEqual([envoys]);
  });

  it('has no empty lists of an empty library, and titles as they are', async () => {
    const empty = await project();
    expect(empty.document.querySelector('CodeBook, Sources')).toBeNull();
    await sample();
    const { xml } = await project();
    expect(xml).toContain('name="Talks &lt;b&gt; &amp; &quot;more&quot;\uFFFD"');
  });
});
