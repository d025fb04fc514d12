import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AttacheError } from '../../../shared/contract/errors.ts';
import { documentHandlers } from '../documents/documents.ts';
import { testNotebook } from '../documents/test-notebook.ts';
import { readDossier } from './briefing/dossier.ts';
import { deepLink } from './briefing/deep-link.ts';
import { installedBrowser } from './briefing/pdf.ts';
import { wordsOf } from './csl/runs.ts';
import { styleHandlers } from './csl/styles.ts';
import { exportHandlers } from './export.ts';

let notebook: ReturnType<typeof testNotebook>;
let documents: ReturnType<typeof documentHandlers>;
let exports: ReturnType<typeof exportHandlers>;

beforeEach(() => {
  notebook = testNotebook();
  documents = documentHandlers(notebook.context);
  exports = exportHandlers(notebook.context);
});
afterEach(() => notebook.dispose());

const hostile = '<script>alert(1)</script> & "B"\u0000\u0007';

/** A briefing that cites three passages four times, one of them deleted. */
async function sample(title = 'Harbour week') {
  const harbour = notebook.addArticle({
    title: `Piers ${hostile}`,
    outlet: 'The Daily Quay',
    issued: '2031-04-02',
    url: 'https://quay.example/piers?a=1&b=2',
    text: `Long before. The mayor said “we open on Monday” and left. ${hostile} Long after.`,
  });
  const island = notebook.addArticle({
    title: '島の船',
    outlet: '島日報',
    text: '船は出た。誰も来なかった。',
    url: 'javascript:alert(1)',
  });
  const said = notebook.annotate(harbour, 'The mayor said “we open on Monday”');
  const boat = notebook.annotate(island, '船は出た');
  const lost = notebook.annotate(island, '誰も来なかった');
  const { id } = await documents['briefings.create']({
    title,
    markdown: [
      '## Bottom line',
      `The port **opens** on Monday.[@${said}] The boat left.[@${boat}][@${said}] We think so.[@judgement]`,
      `- One [link](https://quay.example/)\n  - Inner ${hostile.replaceAll('\u0000', '')}[@${lost}]`,
      '| Who | Says |\n|-|-|\n| Mayor | *Yes* |',
      '[bad](javascript:alert(2))',
    ].join('\n\n'),
  });
  notebook.removeAnnotation(lost);
  return { id, harbour, island };
}

async function bytes(input: Parameters<(typeof exports)['export.briefing']>[0]) {
  const file = await exports['export.briefing'](input);
  if (!('base64' in file)) throw new Error('expected bytes');
  return { name: file.name, data: Buffer.from(file.base64, 'base64') };
}

const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
  } catch (error) {
    return error instanceof AttacheError ? error.code : String(error);
  }
  return 'no error';
};

const pandoc = spawnSync('pandoc', ['--version']).status === 0;
const office = spawnSync('soffice', ['--version']).status === 0;
if (!pandoc) console.warn('pandoc is not installed: exports are NOT read back by it.');
if (!office) console.warn('LibreOffice is not installed: DOCX is NOT opened by it.');

describe('a briefing as Word document', () => {
  it('has one real footnote for every citation', async () => {
    const { id } = await sample();
    const { name, data } = await bytes({ id, format: 'docx' });
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
    const { id } = await sample();
    const { data } = await bytes({ id, format: 'docx' });
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

  it('is read back by mammoth with all footnotes, tables and the annex', async () => {
    const { id } = await sample();
    const { data } = await bytes({ id, format: 'docx' });
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
    const { id } = await sample();
    const file = join(notebook.dir, 'a.docx');
    await exports['export.briefing']({ id, format: 'docx', path: file });
    const markdown = execFileSync('pandoc', ['-f', 'docx', '-t', 'markdown', file]).toString();
    expect(markdown.match(/^\[\^\d+\]:/gm)).toHaveLength(4);
  });

  it.runIf(office)('is opened by LibreOffice (needs soffice)', async () => {
    const { id } = await sample();
    const file = join(notebook.dir, 'a.docx');
    await exports['export.briefing']({ id, format: 'docx', path: file });
    execFileSync('soffice', [
      '--headless',
      '--convert-to',
      'txt:Text',
      '--outdir',
      notebook.dir,
      file,
    ]);
    expect(readFileSync(join(notebook.dir, 'a.txt'), 'utf8')).toContain(
      'The port opens on Monday.',
    );
  });
});

describe('a briefing as Markdown', () => {
  it('has a footnote for every citation and keeps markup as characters', async () => {
    const { id } = await sample();
    const { data } = await bytes({ id, format: 'md' });
    const markdown = data.toString();
    expect(markdown.match(/^\[\^\d+\]: /gm)).toHaveLength(4);
    expect(markdown).toContain(
      'The port **opens** on Monday.[^1] The boat left.[^2][^3] We think so.',
    );
    expect(markdown).toContain('> **Sentences:** 2 of ');
  });

  it.runIf(pandoc)(
    'is read by pandoc with all footnotes and no raw HTML (needs pandoc)',
    async () => {
      const { id } = await sample();
      const file = join(notebook.dir, 'a.md');
      await exports['export.briefing']({ id, format: 'md', path: file });
      const tree = execFileSync('pandoc', ['-f', 'markdown', '-t', 'json', file]).toString();
      expect(tree.match(/"t":"Note"/g)).toHaveLength(4);
      expect(tree).not.toMatch(/"Raw(?:Inline|Block)"/);
      // CommonMark with footnotes and pipe tables, which is what Obsidian reads.
      const common = execFileSync('pandoc', ['-f', 'commonmark_x', '-t', 'json', file]).toString();
      expect(common.match(/"t":"Note"/g)).toHaveLength(4);
      expect(common).toContain('"t":"Table"');
    },
  );
});

describe('a briefing as one HTML file', () => {
  it('links every footnote to its passage in the annex and back', async () => {
    const { id } = await sample();
    const { data } = await bytes({ id, format: 'html' });
    const html = data.toString();
    const { document } = parseHTML(html);
    expect(document.querySelectorAll('[role=doc-noteref]')).toHaveLength(4);
    expect(document.querySelectorAll('.notes li')).toHaveLength(4);
    expect(document.querySelectorAll('.annex article')).toHaveLength(3);
    for (const link of document.querySelectorAll('a[href^="#"]')) {
      const target = link.getAttribute('href')?.slice(1) ?? '';
      expect(document.getElementById(target), target).not.toBeNull();
    }
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('runs nothing and asks for nothing', async () => {
    const { id } = await sample(hostile);
    const { data } = await bytes({ id, format: 'html' });
    const { document } = parseHTML(data.toString());
    expect(document.querySelectorAll('script, img, link, iframe, [src]')).toHaveLength(0);
    const addresses = [...document.querySelectorAll('[href]')].map((a) => a.getAttribute('href'));
    expect(addresses.every((href) => /^(?:#|https:\/\/quay\.example\/)/.test(href ?? ''))).toBe(
      true,
    );
    expect(document.querySelector('h1')?.textContent).toContain('<script>alert(1)</script>');
  });

  it('shows the passage with the words around it', async () => {
    const { id } = await sample();
    const { data } = await bytes({ id, format: 'html' });
    const { document } = parseHTML(data.toString());
    const quote = document.querySelector('#evidence-1 blockquote');
    expect(quote?.textContent).toMatch(/^Long before\. The mayor .* Long after\.$/s);
    expect(quote?.querySelector('mark')?.textContent).toBe('The mayor said “we open on Monday”');
  });
});

describe('the evidence annex', () => {
  it('says how a passage bears on its sentence, and what goes back to one report', async () => {
    const [one, two] = ['One', 'Two'].map((title) =>
      notebook.addArticle({ title, text: `${title} pier.`, origin: 'Coast Wire' }),
    );
    const first = notebook.annotate(one ?? '', 'One pier');
    const second = notebook.annotate(two ?? '', 'Two pier');
    const { id } = await documents['briefings.create']({
      title: 'Origins',
      markdown: `It stands.[@${first}] It does not.[@${second}, contradicts] Who knows?[@gap]`,
    });
    const markdown = (await bytes({ id, format: 'md' })).data.toString();
    expect(markdown).toContain('One origin with E2: Coast Wire.');
    expect(markdown).toContain('It contradicts the sentence that cites it. One origin with E1');
    expect(markdown).toContain('> **Open gaps:** 1: Who knows?');
    expect(markdown).toContain('2 articles, 1 origin, 2 passages');
    const html = (await bytes({ id, format: 'html' })).data.toString();
    expect(html).toContain('It contradicts the sentence that cites it.');
    const { value } = await mammoth.extractRawText({
      buffer: (await bytes({ id, format: 'docx' })).data,
    });
    expect(value).toContain('It contradicts the sentence that cites it. One origin with E1');
  });

  it('shows the words around a passage without the lines that are hidden', async () => {
    const text = 'Before.\nFollow us\nIt stands. After.\n© Quay';
    const article = notebook.addArticle({ title: 'Pier', text });
    const { db } = notebook.context;
    for (const hidden of ['Follow us\n', '\n© Quay']) {
      const start = text.indexOf(hidden);
      db.prepare(
        `INSERT INTO hidden_ranges (article, start, "end", reason, by)
         SELECT seq, ?, ?, 'prompt', 'rule' FROM articles WHERE id = ?`,
      ).run(start, start + hidden.length, article);
    }
    const passage = notebook.annotate(article, 'It stands.');
    const { id } = await documents['briefings.create']({ markdown: `So.[@${passage}]` });
    const { evidence } = readDossier(db, id);
    expect(evidence[0]).toMatchObject({ before: 'Before. ', after: ' After.' });
  });

  it('opens the passage on the page it is from', () => {
    expect(deepLink('https://quay.example/a#top', 'One-way, or not')).toBe(
      'https://quay.example/a#top:~:text=One%2Dway%2C%20or%20not',
    );
    expect(
      deepLink('https://quay.example/a', `First five words of it ${'x '.repeat(90)}end here`),
    ).toMatch(/#:~:text=First%20five%20words%20of%20it,x%20x%20x%20end%20here$/);
    expect(deepLink('javascript:alert(1)', 'One')).toBeNull();
  });
});

describe('a briefing in a citation style', () => {
  it('has notes and a table of sources in that style, in every format', async () => {
    const { id } = await sample();
    const text = async (format: 'html' | 'md', style: 'chicago' | 'apa') =>
      (await bytes({ id, format, style })).data.toString();
    expect(await text('md', 'chicago')).toMatch(
      /^\[\^1\]: .*’” — “Piers .*,” \*The Daily Quay\*, April 2, 2031, <https:/m,
    );
    expect(await text('md', 'chicago')).toMatch(/^## Sources\n\n- The Daily Quay\. “Piers /m);
    expect(await text('html', 'apa')).toMatch(/<i>The Daily Quay<\/i>/);
    const { data } = await bytes({ id, format: 'docx', style: 'chicago' });
    const { value } = await mammoth.extractRawText({ buffer: data });
    expect(value).toMatch(/Sources\n+The Daily Quay\. “Piers .*April 2, 2031/s);
  });

  it('is refused with what is wrong in the style', async () => {
    const { id } = await sample();
    const style = { csl: '<style' };
    expect(await codeOf(() => exports['export.briefing']({ id, format: 'md', style }))).toBe(
      'invalid-input',
    );
  });

  it('previews one source', async () => {
    const { id } = await sample();
    const styles = styleHandlers(notebook.context);
    const preview = await styles['styles.preview']({ style: 'harvard', briefingId: id });
    expect(preview.title).toContain('Harvard');
    expect(wordsOf(preview.source)).toContain('2 April. Available at:');
    expect((await styles['styles.list']({})).items).toHaveLength(3);
  });
});

describe('a briefing as PDF', () => {
  const browser = installedBrowser();
  if (browser === undefined) console.warn('No Chromium is installed: PDF is NOT printed.');

  it.runIf(browser !== undefined)(
    'is printed by an installed Chromium (needs Chromium)',
    async () => {
      const { id } = await sample();
      const { data } = await bytes({ id, format: 'pdf' });
      expect(data.subarray(0, 5).toString()).toBe('%PDF-');
    },
  );
});

describe('exports to a path', () => {
  it('leave nothing but the file', async () => {
    const { id } = await sample();
    const dir = join(notebook.dir, 'out');
    mkdirSync(dir);
    const path = join(dir, 'briefing.md');
    writeFileSync(path, 'old');
    expect(await exports['export.briefing']({ id, format: 'md', path })).toEqual({ path });
    expect(readdirSync(dir)).toEqual(['briefing.md']);
    expect(readFileSync(path, 'utf8')).toMatch(/^# Harbour week/);
  });

  it('name what stands in the way', async () => {
    const { id } = await sample();
    const to = (path: string) =>
      codeOf(() => exports['export.briefing']({ id, format: 'md', path }));
    expect(await to(notebook.dir)).toBe('target-exists');
    expect(await to(join(notebook.dir, 'missing', 'a.md'))).toBe('not-found');
    expect(await to(join(notebook.dir, `${'a'.repeat(300)}.md`))).toBe('write-failed');
    expect(await codeOf(() => exports['export.briefing']({ id: 'none', format: 'md' }))).toBe(
      'not-found',
    );
  });
});

describe('export.sources', () => {
  const text = async (format: 'csl-json' | 'bibtex' | 'ris', briefingId?: string) => {
    const file = await exports['export.sources'](
      briefingId === undefined ? { format } : { format, briefingId },
    );
    return 'base64' in file ? Buffer.from(file.base64, 'base64').toString() : '';
  };

  it('writes the cited articles as CSL-JSON, and unknown fields not at all', async () => {
    const { id, harbour, island } = await sample();
    notebook.addArticle({ title: 'Not cited', text: 'x' });
    const items = JSON.parse(await text('csl-json', id)) as { id: string; issued?: unknown }[];
    expect(items.map((item) => item.id).sort()).toEqual([harbour, island].sort());
    expect(items.find((item) => item.id === harbour)?.issued).toEqual({
      'date-parts': [[2031, 4, 2]],
    });
    expect(items.find((item) => item.id === island)).not.toHaveProperty('issued');
  });

  const squeeze = (title: string) => title.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();

  it.runIf(pandoc)('writes BibTeX that pandoc reads back (needs pandoc)', async () => {
    await sample();
    const want = JSON.parse(await text('csl-json')) as { title: string }[];
    const file = join(notebook.dir, 's.bib');
    writeFileSync(file, await text('bibtex'));
    const back = JSON.parse(
      execFileSync('pandoc', ['-f', 'biblatex', '-t', 'csljson', file]).toString(),
    ) as { title: string; issued?: unknown }[];
    expect(back.map(({ title }) => title).sort()).toEqual(
      want.map(({ title }) => squeeze(title)).sort(),
    );
    expect(back.filter(({ issued }) => issued !== undefined)).toHaveLength(1);
  });

  it('writes RIS with one field a line and a record for every article', async () => {
    await sample();
    const records = (await text('ris'))
      .split(/^ER {2}- \r\n/m)
      .filter((part) => part.trim() !== '');
    expect(records).toHaveLength(2);
    for (const line of records.join('').trim().split(/\r\n/)) {
      expect(line).toMatch(/^(?:[A-Z][A-Z\d] {2}- \S.*)?$/u);
    }
    expect(records.join('')).toContain('DA  - 2031/04/02/');
  });
});
