import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv from 'ajv-draft-04';
import formatsPlugin from 'ajv-formats';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openDatabase } from '../storage/database.ts';
import { plantArticle } from '../test-articles.ts';
import { testLibrary } from '../test-library.ts';
import { exportAnnotations } from './annotations.ts';

const text = '😀 The envoys met.\nThey *agreed* on little.';
let library: ReturnType<typeof testLibrary>;
let articleId: string;

beforeEach(async () => {
  library = testLibrary();
  articleId = plantArticle(library.dir, text, { title: '=Talks *end*' });
  await library.call('annotations.create', {
    articleId,
    start: 7,
    end: 33,
    motivation: 'commenting',
    comment: '-1 for clarity',
    tags: ['talks', '@who'],
  });
  await library.call('annotations.create', {
    articleId,
    start: 0,
    end: 2,
    motivation: 'highlighting',
  });
});
afterEach(() => library.dispose());

function exported(format: 'jsonld' | 'csv' | 'md', article?: string): string {
  const db = openDatabase(join(library.dir, 'library.sqlite'));
  try {
    return new TextDecoder().decode(exportAnnotations(db, { format, articleId: article }).bytes);
  } finally {
    db.close();
  }
}

interface WebAnnotation {
  motivation: string;
  body?: { value: string; purpose: string }[];
  target: { source: string; selector: Record<string, unknown>[] };
}

const items = (): WebAnnotation[] =>
  (JSON.parse(exported('jsonld')) as { first: { items: WebAnnotation[] } }).first.items;

describe('annotations as JSON-LD', () => {
  it('selects by code points and by quotation', () => {
    const [emoji, passage] = items();
    expect(emoji?.target.selector[0]).toEqual({ type: 'TextPositionSelector', start: 0, end: 1 });
    expect(passage?.target.selector).toEqual([
      { type: 'TextPositionSelector', start: 6, end: 32 },
      {
        type: 'TextQuoteSelector',
        exact: 'envoys met.\nThey *agreed* ',
        prefix: '😀 The ',
        suffix: 'on little.',
      },
    ]);
    const codePoints = Array.from(text);
    expect(codePoints.slice(6, 32).join('')).toBe('envoys met.\nThey *agreed* ');
    expect(passage?.body?.map(({ purpose, value }) => [purpose, value])).toEqual([
      ['commenting', '-1 for clarity'],
      ['tagging', 'talks'],
      ['tagging', '@who'],
    ]);
  });

  it('keeps the rules of the Web Annotation model: context, collection, required fields', () => {
    const collection = JSON.parse(exported('jsonld')) as Record<string, unknown> & {
      first: { type: string; items: (WebAnnotation & Record<string, unknown>)[] };
    };
    expect(collection).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationCollection',
      total: 2,
      first: { type: 'AnnotationPage' },
    });
    const ids = new Set<unknown>();
    for (const annotation of collection.first.items) {
      expect(annotation).toMatchObject({ type: 'Annotation' });
      expect(URL.canParse(String(annotation['id']))).toBe(true);
      ids.add(annotation['id']);
      expect(URL.canParse(annotation.target.source)).toBe(true);
      expect(annotation['created']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/);
      for (const body of annotation.body ?? []) {
        expect(body).toMatchObject({ type: 'TextualBody', value: expect.any(String) });
      }
    }
    expect(ids.size).toBe(2);
  });

  it('keeps a lost passage by its quotation alone, and as Markdown says that it is lost', () => {
    const db = openDatabase(join(library.dir, 'library.sqlite'));
    db.exec("UPDATE annotations SET status = 'orphaned'");
    db.close();
    for (const { target } of items()) {
      expect(target.selector.map(({ type }) => type)).toEqual(['TextQuoteSelector']);
    }
    const below = exported('md', articleId).split('> They \\*agreed\\*')[1];
    expect(below).toMatch(/^\n\n\*Lost passage: [^*]+\*\n/);
  });
});

const schemas = resolve(import.meta.dirname, '../../../../../shared/data/annotations/schemas');
const missing = !existsSync(schemas);
if (missing) console.warn(`The W3C schemas are not at ${schemas}: JSON-LD is not validated.`);

describe.skipIf(missing)('JSON-LD against the W3C schemas (needs ../shared/data)', () => {
  it('passes every schema that an annotation must or should pass', () => {
    const load = (folder: string) =>
      readdirSync(join(schemas, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.json'))
        .map((name) => JSON.parse(readFileSync(join(schemas, folder, name), 'utf8')) as Schema);
    interface Schema {
      id: string;
      assertionType?: string;
      expectedResult?: string;
    }
    const ajv = new Ajv({ strict: false, allErrors: true });
    formatsPlugin['default'](ajv);
    for (const schema of load('definitions')) ajv.addSchema(schema);
    const assertions = load('annotations').filter(
      ({ assertionType, id }) =>
        assertionType === 'must' || /^3\.3\.1-annotation(?:Created|Modified)/u.test(id),
    );
    expect(assertions.length).toBeGreaterThan(10);
    const annotations = items().map((item) =>
      Object.assign({ '@context': 'http://www.w3.org/ns/anno.jsonld' }, item),
    );
    expect(annotations).toHaveLength(2);
    for (const schema of assertions) {
      const validate = ajv.compile(schema);
      for (const annotation of annotations) {
        const valid = validate(annotation);
        expect([schema.id, valid ? 'valid' : 'invalid']).toEqual([
          schema.id,
          schema.expectedResult ?? 'valid',
        ]);
      }
    }
  });
});

describe('annotations as CSV and Markdown', () => {
  it('writes a row for each, inert in a spreadsheet', () => {
    const rows = exported('csv', articleId).split('\r\n');
    expect(rows).toHaveLength(4);
    expect(rows[2]).toContain("'=Talks *end*");
    expect(rows[2]).toContain("'-1 for clarity");
    expect(rows[2]).toContain('"envoys met.\nThey *agreed* "');
  });

  it('says in the language asked for what it says itself', async () => {
    const made = await library.call('export.annotations', { format: 'md', language: 'de' });
    const german = 'base64' in made ? Buffer.from(made.base64, 'base64').toString() : '';
    expect(german).toMatch(/^# Markierungen\n.*\no\. D\.\n.*\nSchlagwörter: talks/su);
  });

  it('quotes the passages under their article', () => {
    expect(exported('md')).toBe(
      `# Annotations\n\n## =Talks \\*end\\*\n\nn.d.\n\n> 😀\n\n> envoys met.\n> They \\*agreed\\*\n\n-1 for clarity\n\nTags: talks, @who\n`,
    );
  });

  it('makes one article a note with front matter, named after it', async () => {
    await library.call('articles.update', {
      id: articleId,
      issued: '2031-04',
      'container-title': 'Quay: the daily',
      author: [{ family: 'Quist', given: 'Mara' }],
    });
    const written = exported('md', articleId);
    const [, matter = '', body = ''] = written.split(/^---$/mu);
    expect(parse(matter)).toEqual({
      title: '=Talks *end*',
      outlet: 'Quay: the daily',
      author: ['Mara Quist'],
      date: '2031-04',
      tags: ['-who', 'talks'],
    });
    expect(body).toMatch(/^\n\n# =Talks \\\*end\\\*\n\n> 😀\n/u);
    const db = openDatabase(join(library.dir, 'library.sqlite'), { readOnly: true });
    expect(exportAnnotations(db, { format: 'md', articleId }).name).toBe(
      'Annotations of =Talks end.md',
    );
    db.close();
  });

  it('says so when the article is not there', () => {
    expect(() => exported('csv', 'none')).toThrow('There is no article "none"');
  });
});
