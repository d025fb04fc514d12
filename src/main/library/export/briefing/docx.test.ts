import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { isInstalled, sharedDesk } from './test-briefing.ts';

const pandoc = isInstalled('pandoc');
if (!pandoc) console.warn('pandoc is not installed: exports are NOT read back by it.');
const office = isInstalled('soffice');
if (!office) console.warn('LibreOffice is not installed: DOCX is NOT opened by it.');

const shared = sharedDesk();

describe('a briefing as Word document', () => {
  it('has one real footnote for every citation', async () => {
    const { desk, id } = shared;
    const { name, data } = await desk.bytes({ id, format: 'docx' });
    expect(name).toBe('Harbour week.docx');
    const parts = unzipSync(data);
    const xml = (part: string) => Buffer.from(parts[part] ?? []).toString();
    expect(xml('word/document.xml').match(/<w:footnoteReference /g)).toHaveLength(4);
    const own = xml('word/footnotes.xml').match(/<w:footnote w:id="[1-9]\d*"/g);
    expect(own).toHaveLength(4);
    expect(xml('word/footnotes.xml')).toContain('The Daily Quay');
    expect(xml('word/footnotes.xml')).toContain('2 April 2031');
    expect(
      xml('word/_rels/document.xml.rels') + xml('word/_rels/footnotes.xml.rels'),
    ).not.toContain('javascript:');
  });

  it('has numbered pages, an outline without gaps, and notes that lead to the evidence', async () => {
    const { desk, id } = shared;
    const { data } = await desk.bytes({ id, format: 'docx' });
    const parts = unzipSync(data);
    const xml = (part: string) => Buffer.from(parts[part] ?? []).toString();
    const footers = Object.keys(parts).filter((part) => /^word\/footer\d+\.xml$/.test(part));
    expect(footers.map(xml).join('')).toMatch(/PAGE<.*NUMPAGES</s);
    const document = xml('word/document.xml');
    const outline = [...document.matchAll(/<w:pStyle w:val="Heading(\d)"\/>/g)].map(([, level]) =>
      Number(level),
    );
    expect(outline).toEqual([1, 1, 1, 2, 2, 2]);
    const anchors = [...xml('word/footnotes.xml').matchAll(/w:anchor="([^"]+)"/g)].map(
      ([, anchor]) => anchor,
    );
    expect(anchors).toEqual(['evidence_1', 'evidence_2', 'evidence_1', 'evidence_3']);
    for (const anchor of anchors) expect(document).toContain(`w:name="${anchor ?? ''}"`);
    // The box at the top is text and no table, and East Asian words are upright.
    expect(document.match(/<w:tbl>/g)).toHaveLength(1);
    expect(xml('word/footnotes.xml')).toContain('島日報');
    const slanted = [
      ...xml('word/footnotes.xml').matchAll(/<w:r>(?:(?!<\/w:r>).)*?<w:i\/>.*?<\/w:r>/gs),
    ];
    expect(slanted.map(([run]) => run).join('')).toContain('The Daily Quay');
    expect(slanted.filter(([run]) => /\p{sc=Han}/u.test(run))).toEqual([]);
  });

  it.each([
    ['Das Schiff ist auf der See und nicht im Hafen.', ['de-DE', 'ja-JP', 'ar-EG']],
    ['船は港を出た。誰も来なかった。', ['en-US', 'ja-JP', 'ar-EG']],
    ['غادرت السفينة الميناء.', ['en-US', 'ja-JP', 'ar-EG']],
    ['הספינה עזבה את הנמל.', ['en-US', 'ja-JP', 'he-IL']],
  ])('says in which languages “%s” is to be read', async (markdown, languages) => {
    const { id } = await shared.desk.documents['briefings.create']({ markdown });
    const { data } = await shared.desk.bytes({ id, format: 'docx' });
    const styles = Buffer.from(unzipSync(data)['word/styles.xml'] ?? []).toString();
    const [language = ''] = /<w:lang [^>]*>/.exec(styles) ?? [];
    const of = (name: string) => new RegExp(`w:${name}="([^"]*)"`).exec(language)?.[1];
    expect([of('val'), of('eastAsia'), of('bidi')]).toEqual(languages);
  });

  it('is read back by mammoth with all footnotes, tables and the annex', async () => {
    const { desk, id } = shared;
    const { data } = await desk.bytes({ id, format: 'docx' });
    const { value, messages } = await mammoth.convertToHtml({ buffer: data });
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    const { document } = parseHTML(`<!doctype html><html><body>${value}</body></html>`);
    expect(document.querySelectorAll('li[id^="footnote-"]')).toHaveLength(4);
    const notes = [...document.querySelectorAll('li[id^="footnote-"]')].map((li) => li.textContent);
    expect(notes[0]).toContain('“The mayor said ‘we open on Monday’”');
    expect(notes[1]).toContain('「船は出た」');
    expect(notes[1]).toContain('n.d.');
    expect(notes[3]).toContain('The passage is no longer in the notebook.');
    expect(document.querySelector('script')).toBeNull();
    expect(document.body.textContent).toContain('<script>alert(1)</script> & "B"');
    expect(document.body.textContent).toMatch(/E1 .*E2 .*E3 /s);
    expect(document.body.textContent).toContain('2 articles, 2 origins, 3 passages');
  });

  it.runIf(pandoc)('is read back by pandoc with all footnotes (needs pandoc)', async () => {
    const { desk, id } = shared;
    const file = join(desk.notebook.dir, 'a.docx');
    await desk.exports['export.briefing']({ id, format: 'docx', path: file });
    const markdown = execFileSync('pandoc', ['-f', 'docx', '-t', 'markdown', file]).toString();
    expect(markdown.match(/^\[\^\d+\]:/gm)).toHaveLength(4);
  });

  it.runIf(office)('is opened by LibreOffice (needs soffice)', async () => {
    const { desk, id } = shared;
    const file = join(desk.notebook.dir, 'a.docx');
    await desk.exports['export.briefing']({ id, format: 'docx', path: file });
    execFileSync('soffice', [
      '--headless',
      '--convert-to',
      'txt:Text',
      '--outdir',
      desk.notebook.dir,
      file,
    ]);
    expect(readFileSync(join(desk.notebook.dir, 'a.txt'), 'utf8')).toContain(
      'The port opens on Monday.',
    );
  });
});
