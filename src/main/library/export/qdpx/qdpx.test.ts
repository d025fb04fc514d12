import { spawnSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';
import { DOMParser } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plantArticle } from '../../test-articles.ts';
import { testLibrary } from '../../test-library.ts';

const text = '😀 The envoys met.\nThey agreed on little.';
let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary({ parse: () => Promise.reject(new Error('no parsing here')) });
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

async function project() {
  const made = await library.call('export.bundle', { format: 'qdpx' });
  if (!('base64' in made)) throw new Error('expected bytes');
  expect(made.name).toBe('Library.qdpx');
  const entries = unzipSync(Buffer.from(made.base64, 'base64'));
  const file = (name: string) => strFromU8(entries[name] ?? new Uint8Array());
  const xml = file('project.qde');
  return { file, xml, document: new DOMParser().parseFromString(xml, 'text/xml') };
}

/** Content models of REFI-QDA 1.5, of the elements we write: children in their order, attributes. */
const models: Readonly<Record<string, { children: string[]; required: string[] }>> = {
  Project: { children: ['Users', 'CodeBook', 'Sources'], required: ['name', 'origin'] },
  Users: { children: ['User'], required: [] },
  User: { children: [], required: ['guid', 'name'] },
  CodeBook: { children: ['Codes'], required: [] },
  Codes: { children: ['Code'], required: [] },
  Code: { children: [], required: ['guid', 'name', 'isCodable'] },
  Sources: { children: ['TextSource'], required: [] },
  TextSource: {
    children: ['Description', 'PlainTextSelection'],
    required: ['guid', 'name', 'plainTextPath'],
  },
  PlainTextSelection: {
    children: ['Description', 'Coding'],
    required: ['guid', 'startPosition', 'endPosition'],
  },
  Coding: { children: ['CodeRef'], required: ['guid'] },
  CodeRef: { children: [], required: ['targetGUID'] },
  Description: { children: [], required: [] },
};
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What an element and those in it say against the models. */
function violations(element: Element): string[] {
  const name = element.tagName;
  const model = models[name];
  if (model === undefined) return [`${name} is not known`];
  const children = [...element.children];
  const places = children.map(({ tagName }) => model.children.indexOf(tagName));
  const guids = [...element.attributes].filter(({ name: key }) => /guid$|User$/i.test(key));
  return [
    ...model.required
      .filter((key) => !element.hasAttribute(key))
      .map((key) => `${name}: no ${key}`),
    ...guids.filter(({ value }) => !guid.test(value)).map(({ value }) => `${name}: guid ${value}`),
    ...(places.every((place, index) => place >= (places[index - 1] ?? 0))
      ? []
      : [`${name}: order`]),
    ...children.flatMap(violations),
  ];
}

const python = spawnSync('python3', ['--version']).status === 0;
if (!python) console.warn('Python is not installed: project.qde is NOT checked by an XML parser.');

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

  it('holds only what the standard knows, in its order', async () => {
    await sample();
    const { document } = await project();
    expect(violations(document.documentElement as unknown as Element)).toEqual([]);
    const [moved] = document.querySelectorAll('Users');
    document.documentElement.append(moved ?? '');
    expect(violations(document.documentElement as unknown as Element)).toEqual(['Project: order']);
  });

  it('has the tags as codes, which the selections point at', async () => {
    await sample();
    const { document } = await project();
    const codes = new Map(
      [...document.querySelectorAll('Code')].map((code) => [
        code.getAttribute('guid'),
        code.getAttribute('name'),
      ]),
    );
    expect([...codes.values()]).toEqual(['talks', 'border']);
    const used = [...document.querySelectorAll('Coding CodeRef')].map((ref) =>
      codes.get(ref.getAttribute('targetGUID')),
    );
    expect(used).toEqual(['talks', 'border']);
    const guids = [...document.querySelectorAll('[guid]')].map((node) => node.getAttribute('guid'));
    expect(new Set(guids).size).toBe(guids.length);
    for (const guid of guids) {
      expect(guid).toMatch(/^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u);
    }
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

  it.runIf(python)('is well-formed XML, also of an empty library (needs python3)', async () => {
    const parse = (xml: string) =>
      spawnSync('python3', ['-c', 'import sys, xml.dom.minidom as m; m.parse(sys.stdin.buffer)'], {
        input: xml,
      }).stderr.toString();
    const empty = await project();
    expect(parse(empty.xml)).toBe('');
    expect(empty.document.querySelector('CodeBook, Sources')).toBeNull();
    await sample();
    const { xml } = await project();
    expect(parse(xml)).toBe('');
    expect(xml).toContain('name="Talks &lt;b&gt; &amp; &quot;more&quot;\uFFFD"');
  });
});
