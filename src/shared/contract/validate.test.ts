import { describe, expect, test } from 'vitest';
import { AttacheError, notFound } from './errors.ts';
import type { Method } from './methods.ts';
import { parseInput } from './validate.ts';

const refusal = (method: Method, input: unknown): string | undefined => {
  try {
    parseInput(method, input);
    return undefined;
  } catch (error) {
    return error instanceof AttacheError ? `${error.code} ${error.field ?? ''}` : String(error);
  }
};

const place = { articleId: 'a', start: 0, end: 2, motivation: 'highlighting' } as const;

describe('null in an optional field', () => {
  test('is as good as no field, where something is asked for or made', () => {
    expect(parseInput('articles.list', { query: null, cursor: null, limit: null })).toEqual(
      parseInput('articles.list', {}),
    );
    const bare = { ...place, comment: null, tags: null, colour: null };
    expect(parseInput('annotations.create', bare)).toEqual(place);
  });

  test('is refused where it could mean to take something away, and in a field that must be', () => {
    expect(refusal('annotations.update', { id: 'a', comment: null })).toBe('invalid-input comment');
    expect(refusal('articles.get', { id: null })).toBe('invalid-input id');
    expect(refusal('articles.list', { nothing: null })).toBe('invalid-input ');
    expect(refusal('annotations.create', { ...place, tags: [null] })).toBe('invalid-input tags.0');
  });

  test('never touches a prototype', () => {
    const poisoned: unknown = JSON.parse('{"__proto__":null,"query":null}');
    expect(refusal('articles.list', poisoned)).toMatch(/^invalid-input/u);
  });
});

describe('other names of a value', () => {
  test.each([
    ['export.annotations', { format: 'json-ld' }, { format: 'jsonld' }],
    ['export.annotations', { format: 'markdown' }, { format: 'md' }],
    ['export.sources', { format: 'bib' }, { format: 'bibtex' }],
    ['export.briefing', { id: 'b', format: 'markdown' }, { id: 'b', format: 'md' }],
    ['articles.list', { sort: '-date' }, { sort: '-issued', limit: 100 }],
    ['articles.list', { sort: 'outlet' }, { sort: 'container-title', limit: 100 }],
    ['annotations.create', { ...place, colour: 'yellow' }, { ...place, colour: 'amber' }],
    ['annotations.create', { ...place, colour: 'rose' }, { ...place, colour: 'rose' }],
  ] as const)('%s %o', (method, given, read) => {
    expect(parseInput(method, given)).toEqual(read);
  });

  test.each(['exe', '', '__proto__', 'toString', 7])('%s is none', (format) => {
    expect(refusal('export.annotations', { format })).toBe('invalid-input format');
  });

  test('what is wrong is told with what would be right', () => {
    expect(() => parseInput('export.network', { format: 'pdf' })).toThrow(/graphml/u);
    expect(() => parseInput('export.sources', { format: 'pdf' })).toThrow(/bibtex/u);
  });
});

describe('what is said of wrong input', () => {
  const place = { articleId: 'a', start: 0, end: 2, motivation: 'highlighting' };
  test.each([
    ['articles.get', {}, 'articles.get: "id" is missing.'],
    ['articles.get', { id: null }, 'articles.get: "id" has to be a string, not null.'],
    ['articles.get', [], 'articles.get: the input has to be an object, not an array.'],
    ['articles.list', { limit: 1.5 }, /"limit" has to be a whole number/u],
    ['articles.list', { limit: 0 }, /"limit" has to be at least 1\./u],
    ['articles.list', { sort: 'mood' }, /"sort" is not right: it is one of "issued", /u],
    ['articles.list', { offset: 1 }, /the input has a field this method does not know: "offset"/u],
    ['annotations.create', { ...place, motivation: 'x' }, /has to be one of "highlighting", /u],
    ['annotations.create', { ...place, tags: [''] }, /"tags\.0" is empty/u],
    ['annotations.create', { ...place, tags: ['x'.repeat(201)] }, /at most 200 characters/u],
    ['import.run', {}, 'import.run: "sources" is missing.'],
    ['import.run', { sources: [{ name: 'a.txt' }] }, /"sources\.0" is not right: a source is/u],
    ['import.run', { sources: [] }, 'import.run: "sources" is empty.'],
    ['notes.create', { content: {} }, /a document is Lexical JSON/u],
  ] as const)('%s %o', (method, input, said) => {
    expect(() => parseInput(method, input)).toThrow(said);
  });

  test('input nested without end is refused in any field', () => {
    const nested: unknown = JSON.parse(
      '{"type":"list","children":['.repeat(1e5) + ']}'.repeat(1e5),
    );
    const content = { root: { children: [nested] } };
    expect(() => parseInput('notes.create', { content })).toThrow(/nested more than/u);
    const looped: Record<string, unknown> = {};
    looped['children'] = [looped, looped];
    expect(refusal('notes.create', { content: looped })).toMatch(/^invalid-input/u);
  });

  test('a very long id is not said in full', () => {
    expect(notFound('article', 'x'.repeat(1000)).message.length).toBeLessThan(200);
  });
});

describe('what a script may leave out or write in its own way', () => {
  test('a name of an actor counts everywhere where nothing is said', () => {
    const actor = { kind: 'person', name: 'Orla Quinn', names: [{ name: 'Quinn' }] } as const;
    expect(parseInput('actors.create', actor).names).toEqual([
      { name: 'Quinn', scope: 'everywhere' },
    ]);
  });

  test('who has a role is an id, or as a proposal gives it', () => {
    const statement = { articleId: 'a', start: 0, end: 2, kind: 'direct' } as const;
    const speaker = (given: unknown) =>
      parseInput('statements.create', { ...statement, speaker: given }).speaker;
    expect(speaker('x')).toBe('x');
    expect(speaker({ actorId: 'x' })).toBe('x');
    expect(speaker({ name: 'Orla Quinn', actorId: 'x' })).toBe('x');
    expect(speaker({ name: 'Orla Quinn' })).toBe('Orla Quinn');
    expect(speaker(null)).toBeUndefined();
    for (const wrong of [{}, [], 7, { id: 'x' }]) expect(() => speaker(wrong)).toThrow();
  });
});
