import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledStyles, type BundledStyle } from '../../../../shared/contract/methods/styles.ts';
import type { DocumentLanguage } from '../../../../shared/model/document-language.ts';
import type { CslItem } from '../sources/csl.ts';
import { bundledStyle } from './bundled.ts';
import { cslReferences } from './references.ts';
import { wordsOf } from './runs.ts';
import { readStyle } from './style-file.ts';

const resources = resolve(import.meta.dirname, '../../../../../resources');

const dated: CslItem = {
  id: 'dated',
  type: 'article-newspaper',
  title: 'Harbour reopens & "sails"',
  author: [{ family: 'Quist', given: 'Mara' }],
  'container-title': 'The Daily Quay',
  issued: { 'date-parts': [[2031, 4, 2]] },
  URL: 'https://quay.example/piers?a=1&b=2',
};
const undated: CslItem = { id: 'undated', type: 'article-newspaper', title: 'No date on it' };
const month: CslItem = { ...dated, id: 'month', issued: { 'date-parts': [[2031, 4]] } };
const year: CslItem = { ...dated, id: 'year', issued: { 'date-parts': [[2031]] } };
const japanese: CslItem = {
  id: 'japanese',
  type: 'article-newspaper',
  title: '船は出た',
  author: [{ family: '島田', given: '花' }],
  'container-title': '港日報',
  issued: { 'date-parts': [[2031, 4, 2]] },
  language: 'ja',
};
const korean: CslItem = { ...japanese, id: 'korean', title: '배가 떠났다', language: 'ko' };

const written = (
  style: BundledStyle,
  items: readonly CslItem[],
  language: DocumentLanguage = 'en',
) => cslReferences({ style: bundledStyle(resources, style), resources, language }, items);

const noteOf = (style: BundledStyle, item: CslItem, first = true) =>
  wordsOf(written(style, [item]).note(item.id, first));

describe('references in the bundled styles', () => {
  it('are those of the style', () => {
    expect(noteOf('chicago', dated)).toBe(
      'Mara Quist, “Harbour Reopens & ‘Sails,’” The Daily Quay, April 2, 2031, https://quay.example/piers?a=1&b=2.',
    );
    expect(noteOf('apa', dated)).toBe(
      'Quist, M. (2031, April 2). Harbour reopens & “sails.” The Daily Quay. https://quay.example/piers?a=1&b=2',
    );
    expect(noteOf('harvard', dated)).toBe(
      'Quist, M. (2031) ‘Harbour reopens & “sails”’, The Daily Quay, 2 April. Available at: https://quay.example/piers?a=1&b=2.',
    );
  });

  it('are shortened in Chicago notes after the first, and whole in styles without notes', () => {
    expect(noteOf('chicago', dated, false)).toBe('Quist, “Harbour Reopens & ‘Sails.’”');
    expect(noteOf('apa', dated, false)).toBe(noteOf('apa', dated));
  });

  it.each(bundledStyles)('say of a source without a date that it has none (%s)', (style) => {
    const words = /n\.d\.|no date(?! on)/iu;
    const { note, sources } = written(style, [undated]);
    expect(wordsOf(note('undated', true))).toMatch(words);
    expect(wordsOf(sources[0]?.runs ?? [])).toMatch(words);
    expect(noteOf(style, dated)).not.toMatch(words);
  });

  it('give a date as precisely as it is known', () => {
    expect(noteOf('chicago', month)).toContain('April 2031,');
    expect(noteOf('chicago', year)).toContain('The Daily Quay, 2031,');
  });

  it.each(bundledStyles)('keep Japanese and Korean words as they are (%s)', (style) => {
    const { sources } = written(style, [japanese, korean]);
    const words = sources.map(({ runs }) => wordsOf(runs)).join('\n');
    expect(words).toContain('船は出た');
    expect(words).toContain('배가 떠났다');
    expect(words).toContain('島田花');
  });

  it.each(bundledStyles)('say nothing of a source that is not there (%s)', (style) => {
    const references = written(style, [dated]);
    expect(references.note('gone', true)).toEqual([]);
    expect(written(style, []).sources).toEqual([]);
  });

  it('keep what looks like markup as words', () => {
    const marked = { ...undated, title: 'A <i>b</i> &amp; <script>x</script>' };
    const runs = written('apa', [marked]).note('undated', true);
    expect(wordsOf(runs).toLowerCase()).toContain('a <i>b</i> &amp; <script>x</script>');
    expect(runs.some(({ text, italic }) => italic === true && text === 'b')).toBe(false);
  });

  it('link addresses and lean outlets', () => {
    const { note } = written('chicago', [dated]);
    const runs = note('dated', true);
    expect(runs.find(({ href }) => href !== undefined)?.href).toBe(dated.URL);
    expect(runs.find(({ italic }) => italic === true)?.text).toBe('The Daily Quay');
  });

  it('list every source once, in the order of the style', () => {
    const { sources } = written('apa', [japanese, undated, dated]);
    expect(sources.map(({ id }) => id).sort()).toEqual(['dated', 'japanese', 'undated']);
  });
});

const style = (inside: string, attributes = 'class="note" version="1.0"') =>
  `<?xml version="1.0"?><style xmlns="http://purl.org/net/xbiblio/csl" ${attributes}>
   <info><title>Mine</title><id>x</id><updated>2031-01-01T00:00:00Z</updated></info>${inside}</style>`;
const citation = '<citation><layout suffix="!"><text variable="title"/></layout></citation>';

describe('a .csl file', () => {
  it('is used when it is sound; without a bibliography the table has its notes', () => {
    const { note, sources } = cslReferences(
      { style: readStyle(`\uFEFF${style(citation)}`), resources, language: 'en' },
      [dated],
    );
    expect(wordsOf(note('dated', true))).toBe('Harbour reopens & “sails!”');
    expect(sources).toHaveLength(1);
  });

  it.each([
    ['nothing', '', 'no XML'],
    ['plain words', 'Chicago please', 'not well-formed XML'],
    ['a file cut off', style(citation).slice(0, 200), 'not well-formed XML'],
    ['entities of its own', `<!DOCTYPE style [<!ENTITY a "b">]>${style('&a;')}`, 'not well-formed'],
    ['a web page', '<html><body/></html>', 'not a style'],
    ['a locale', '<locale xmlns="http://purl.org/net/xbiblio/csl"/>', 'not a style'],
    ['no citations', style('<macro name="a"/>'), 'nothing about citations'],
    ['no class', style(citation, 'version="1.0"'), 'in notes or in the text'],
    ['a missing macro', style('<citation><layout><text macro="b"/></layout></citation>'), '"b"'],
    [
      'a macro that calls itself',
      style(`<macro name="b"><text macro="c"/></macro><macro name="c"><text macro="b"/></macro>
        <citation><layout><text macro="b"/></layout></citation>`),
      'calls itself',
    ],
    ['endless depth', '<a>'.repeat(100_000), 'nested more than'],
    ['too much', `<!--${' '.repeat(1_100_000)}-->`, 'larger than'],
  ])('is refused with %s, and the reason is said', (_what, xml, reason) => {
    expect(() => readStyle(xml)).toThrow(reason);
    expect(() => readStyle(xml)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });

  it('that only points to another style is refused by the name of that style', () => {
    const dependent = style('').replace(
      '<id>',
      '<link href="http://styles.example/parent" rel="independent-parent"/><id>',
    );
    expect(() => readStyle(dependent)).toThrow('http://styles.example/parent: choose that one');
  });
});
