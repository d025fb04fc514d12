import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseFile } from '../../parse.ts';
import { withLayers } from '../../test-layers.ts';

const names = ['office', 'style', 'text', 'table', 'draw', 'fo', 'xlink', 'dc', 'meta', 'svg']
  .map((prefix) => `xmlns:${prefix}="urn:${prefix}"`)
  .join(' ');
const root = (name: string, inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><office:${name} ${names} office:mimetype="application/vnd.oasis.opendocument.text">${inside}</office:${name}>`;

const automatic = `<office:automatic-styles>
  <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_2"/>
  <style:style style:name="P2" style:family="paragraph" style:parent-style-name="Quotations"/>
  <style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
  <style:style style:name="T2" style:family="text" style:parent-style-name="T1"><style:text-properties fo:font-style="italic"/></style:style>
  <style:style style:name="T3" style:family="text"><style:text-properties style:text-position="sub 58%"/></style:style>
  <text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/><text:list-level-style-number text:level="2"/></text:list-style>
</office:automatic-styles>`;
const bodyOf = (text: string) => `<office:body><office:text>${text}</office:text></office:body>`;
const content = (text: string) => root('document-content', automatic + bodyOf(text));
const meta = root(
  'document-meta',
  '<office:meta><dc:title>Template</dc:title><meta:initial-creator>Ada Lund</meta:initial-creator><meta:creation-date>2026-03-04T10:00:00</meta:creation-date></office:meta>',
);

const packed = (parts: Readonly<Record<string, string>>) =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  });
const document = (text: string) => packed({ 'content.xml': content(text), 'meta.xml': meta });

async function read(bytes: Uint8Array, name = 'a.odt') {
  const { format, articles } = await parseFile({ name, bytes });
  const [article] = articles.map(withLayers);
  if (article === undefined) throw new Error('No article.');
  const { text, blocks, marks, proposals } = article;
  return {
    format,
    proposals,
    text,
    blocks: blocks.map(({ kind, level, start, end }) => [
      `${kind}${level ?? ''}`,
      text.slice(start, end),
    ]),
    numbered: blocks.filter(({ ordered }) => ordered).map((at) => text.slice(at.start, at.end)),
    marks: marks.map(({ kind, start, end }) => [kind, text.slice(start, end)]),
  };
}

const refused = (bytes: Uint8Array, code: string) =>
  expect(parseFile({ name: 'a.odt', bytes })).rejects.toMatchObject({
    code,
    message: expect.stringContaining('a.odt') as string,
  });

const rich = `
  <text:tracked-changes><text:p>What was deleted</text:p></text:tracked-changes>
  <text:p text:style-name="Title">Ferry vote</text:p>
  <text:h text:outline-level="2">What <text:span text:style-name="T1">was</text:span> said</text:h>
  <text:p>They <text:span text:style-name="T2">voted</text:span>,<text:s/><text:s text:c="3"/>H<text:span text:style-name="T3">2</text:span>O.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>In a note.</text:p></text:note-body></text:note>
    <text:a xlink:href="https://courier.example/a">Here</text:a><text:line-break/>and there.<office:annotation><text:p>A remark</text:p></office:annotation></text:p>
  <text:p text:style-name="P1">A heading by its style</text:p>
  <text:list text:style-name="L1"><text:list-item><text:p>One</text:p>
    <text:list><text:list-item><text:p>inside</text:p></text:list-item></text:list></text:list-item>
    <text:list-item><text:p>Two</text:p></text:list-item></text:list>
  <table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell><table:table-cell><text:p>2026</text:p></table:table-cell></table:table-row></table:table>
  <table:table><table:table-row><table:table-cell><text:p>Left column.</text:p><text:p>It goes on.</text:p></table:table-cell></table:table-row></table:table>
  <text:p text:style-name="P2">We shall see.</text:p>
  <text:p>Before<draw:frame><draw:text-box><text:p text:style-name="Illustration">The quay</text:p></draw:text-box><svg:title>x.png</svg:title></draw:frame> and after.</text:p>
  <text:section><text:p text:style-name="Preformatted_20_Text">a</text:p><text:p text:style-name="Preformatted_20_Text"><text:s text:c="2"/>b</text:p></text:section>`;

describe('OpenDocument texts', () => {
  it('become headings, paragraphs, lists, tables, quotations, captions and notes', async () => {
    const got = await read(document(rich));
    expect(got.format).toBe('odt');
    expect(got.blocks).toEqual([
      ['heading1', 'Ferry vote'],
      ['heading2', 'What was said'],
      ['paragraph', 'They voted, H2O.[1] Here\nand there.'],
      ['heading2', 'A heading by its style'],
      ['list-item1', 'One'],
      ['list-item2', 'inside'],
      ['list-item1', 'Two'],
      ['table-row', 'Year\t2026'],
      ['paragraph', 'Left column.'],
      ['paragraph', 'It goes on.'],
      ['quote', 'We shall see.'],
      ['paragraph', 'Before and after.'],
      ['caption', 'The quay'],
      ['preformatted', 'a\n  b'],
      ['list-item1', 'In a note.'],
    ]);
    expect(got.numbered).toEqual(['inside', 'In a note.']);
    expect(got.marks).toEqual([
      ['strong', 'was'],
      ['emphasis', 'voted'],
      ['strong', 'voted'],
      ['subscript', '2'],
      ['superscript', '[1]'],
      ['link', 'Here'],
    ]);
  });

  it('only propose what their properties say', async () => {
    const { proposals } = await read(document('<text:p>The quay is new.</text:p>'));
    const stated = proposals.filter(({ evidence }) => evidence.rule === 'document-properties');
    expect(stated.map(({ field, value, certain }) => [field, value, certain])).toEqual([
      ['title', 'Template', false],
      ['author', 'Ada Lund', false],
      ['issued', '2026-03-04', false],
    ]);
  });

  it('are read from one XML file, and whatever they are called', async () => {
    const flat = Buffer.from(root('document', automatic + bodyOf(rich)));
    expect((await read(flat, 'a.fodt')).text).toBe((await read(document(rich))).text);
    expect((await read(document(rich), 'notes.doc')).format).toBe('odt');
  });

  it('are refused by name when damaged, cut, swollen or protected', async () => {
    await refused(packed({ 'content.xml': '<office:document-content>' }), 'damaged-file');
    await refused(packed({ 'settings.xml': '<x/>' }), 'damaged-file');
    await refused(document(rich).subarray(0, 300), 'damaged-file');
    await refused(document(''), 'no-text');
    const bomb = Buffer.from(document(rich));
    bomb.writeUInt32LE(200 * 1024 * 1024, bomb.lastIndexOf('PK\u0001\u0002') + 24);
    await refused(bomb, 'file-too-large');
    const manifest = '<manifest:encryption-data manifest:checksum="x"/>';
    await refused(
      packed({ 'content.xml': 'noise', 'META-INF/manifest.xml': manifest }),
      'encrypted-file',
    );
  });

  it('neither follow entities nor sink into nesting', async () => {
    const deep = `${'<text:span>'.repeat(20_000)}The quay is new.${'</text:span>'.repeat(20_000)}`;
    expect((await read(document(`<text:p>${deep}</text:p>`))).text).toBe('The quay is new.');
    const entities = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(100)}"><!ENTITY b SYSTEM "file:///etc/hostname">]>`;
    const xml = content('<text:p>Quay &b; &a; &#x41;&amp;.</text:p>').replace(
      '?>',
      `?>${entities}`,
    );
    expect((await read(packed({ 'content.xml': xml }))).text).toBe('Quay &b; &a; A&.');
  });
});
