import { Document, Packer, Paragraph, TextRun } from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseFile } from '../parse.ts';

/** The text as a reader sees it, and the words that the document keeps from its reader. */
async function read(name: string, bytes: Uint8Array) {
  const { articles } = await parseFile({ name, bytes });
  const [article] = articles;
  if (article === undefined) throw new Error('No article.');
  const { text, proposals } = article;
  const hidden = article.hidden.filter(({ reason }) => reason === 'not-shown');
  let at = 0;
  let shown = '';
  for (const { start, end } of hidden) {
    shown += text.slice(at, start);
    at = end;
  }
  return {
    shown: (shown + text.slice(at)).trim(),
    hidden: hidden.map(({ start, end }) => text.slice(start, end)),
    title: proposals.find(({ field }) => field === 'title')?.value,
  };
}

const packed = (...children: Paragraph[]) =>
  Packer.toBuffer(new Document({ sections: [{ children }] }));

/** A Word document whose `word/document.xml` or another part is changed. */
async function edited(
  bytes: Uint8Array,
  edits: Readonly<Record<string, (xml: string) => string>>,
): Promise<Uint8Array> {
  const parts = unzipSync(bytes);
  for (const [name, edit] of Object.entries(edits)) {
    parts[name] = strToU8(edit(new TextDecoder().decode(parts[name])));
  }
  return zipSync(parts);
}

describe('hidden words of Word documents', () => {
  it('are kept and hidden, a part of a sentence or a paragraph', async () => {
    const bytes = await packed(
      new Paragraph({ children: [new TextRun({ text: 'For the desk only', vanish: true })] }),
      new Paragraph('Ferry vote'),
      new Paragraph({
        children: [
          new TextRun('The board '),
          new TextRun({ text: 'secretly ', vanish: true, bold: true }),
          new TextRun({ text: 'voted', vanish: false }),
          new TextRun(' on Tuesday.'),
        ],
      }),
    );
    expect(await read('a.docx', bytes)).toEqual({
      shown: 'Ferry vote\n\nThe board voted on Tuesday.',
      hidden: ['For the desk only', 'secretly '],
      title: 'Ferry vote',
    });
  });

  it('are hidden by the styles of their characters or their paragraph, but not by both', async () => {
    const style = (type: string, id: string, inside: string) =>
      `<w:style w:type="${type}" w:styleId="${id}">${inside}</w:style>`;
    const vanish = '<w:rPr><w:vanish/></w:rPr>';
    const styles = [
      style('character', 'Gone', vanish),
      style('character', 'Heir', '<w:basedOn w:val="Gone"/>'),
      style('character', 'Back', '<w:basedOn w:val="Gone"/><w:rPr><w:vanish w:val="0"/></w:rPr>'),
      style('paragraph', 'Away', `<w:pPr/>${vanish}`),
      style('paragraph', 'Circle', '<w:basedOn w:val="Circle"/>'),
    ].join('');
    const run = (text: string, properties = '') =>
      `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
    const body = [
      `<w:p>${run('The ')}${run('first ', '<w:rStyle w:val="Heir"/>')}${run('board ', '<w:rStyle w:val="Back"/>')}${run('voted.')}</w:p>`,
      `<w:p><w:pPr><w:pStyle w:val="Away"/></w:pPr>${run('Nobody sees this. ')}${run('Both styles hide it.', '<w:rStyle w:val="Gone"/>')}${run(' Nor this.', '<w:b/>')}${run(' It says no.', '<w:vanish w:val="false"/>')}</w:p>`,
      `<w:p><w:pPr><w:pStyle w:val="Circle"/><w:rPr><w:vanish/></w:rPr></w:pPr>${run('Only its mark is hidden, ')}${run('or it is on the web.', '<w:webHidden/>')}${run('Sep', '<w:specVanish/><w:vanish/>')}</w:p>`,
    ].join('');
    const bytes = await edited(await packed(new Paragraph('Body.')), {
      'word/styles.xml': (xml) => xml.replace('</w:styles>', `${styles}</w:styles>`),
      'word/document.xml': (xml) => xml.replace(/<w:p>.*<\/w:p>/s, body),
    });
    expect(await read('a.docx', bytes)).toMatchObject({
      shown:
        'The board voted.\n\nBoth styles hide it. It says no.\n\nOnly its mark is hidden, or it is on the web.',
      hidden: ['first ', 'Nobody sees this. ', ' Nor this.', 'Sep'],
    });
  });

  it('are shown where there are no others', async () => {
    const bytes = await packed(
      new Paragraph({ children: [new TextRun({ text: 'All of it.', vanish: true })] }),
    );
    expect(await read('a.docx', bytes)).toMatchObject({ shown: 'All of it.', hidden: [] });
  });
});

it('hidden words of RTF are kept and hidden; entries of an index are none of its words', async () => {
  const source = String.raw`{\rtf1\ansi The {\v secret }board{\xe\v Board} \v never \v0 voted.\par \pard\plain\v For the desk.\par\plain The end.\par}`;
  expect(await read('a.rtf', Buffer.from(source))).toMatchObject({
    shown: 'The board voted.\n\n\n\nThe end.',
    hidden: ['secret ', 'never ', 'For the desk.'],
  });
});

it('hidden words of OpenDocument texts are kept and hidden', async () => {
  const text = (properties: string) => `<style:text-properties ${properties}/>`;
  const style = (name: string, inside: string, more = '') =>
    `<style:style style:name="${name}" ${more}>${inside}</style:style>`;
  const source = `<?xml version="1.0"?><office:document xmlns:office="o" xmlns:style="s" xmlns:text="t" xmlns:table="b" office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>
    ${style('T1', text('text:display="none"'))}${style('T2', text('fo:color="#000000"'), 'style:parent-style-name="T1"')}
    ${style('T3', text('text:display="true"'), 'style:parent-style-name="T1"')}${style('P1', text('text:display="none"'))}
    </office:automatic-styles><office:body><office:text>
    <text:p>The <text:span text:style-name="T2">secret <text:span text:style-name="T3">harbour </text:span></text:span>board voted.<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p>
    <text:p text:style-name="P1">For the desk.</text:p>
    <text:section text:display="none"><text:p>A section<text:note><text:note-body><text:p>with a note</text:p></text:note-body></text:note></text:p></text:section>
    <text:section text:display="condition" text:is-hidden="true"><text:list><text:list-item><text:p text:style-name="T3">A condition</text:p></text:list-item></text:list></text:section>
    <text:section text:display="condition"><text:p>It holds.</text:p></text:section>
    <text:p><text:hidden-paragraph text:is-hidden="true"/>A paragraph.</text:p>
    <text:p><text:hidden-paragraph text:is-hidden="false"/>Shown<text:hidden-text text:is-hidden="true"> word</text:hidden-text>.</text:p>
    <table:table><table:table-row table:visibility="collapse"><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>
    </office:text></office:body></office:document>`;
  const { shown, hidden } = await read('a.fodt', Buffer.from(source));
  expect(shown.split(/\n+/)).toEqual([
    'The harbour board voted.[1]',
    'It holds.',
    'Shown.',
    'A note.',
  ]);
  expect(hidden).toEqual([
    'secret ',
    'For the desk.',
    'A section[2]',
    'A condition',
    'A paragraph.',
    ' word',
    'a\tb',
    'with a note',
  ]);
});

const markup = `<div style="display:none;max-height:0">See the ferry vote in your browser</div>
  <p>The <span style="color:red; DISPLAY : none !important">secret </span>board <i hidden>never </i>voted.</p>
  <div style="visibility:hidden">Gone <b style="visibility:visible">and back</b></div>
  <p hidden style="display:block">A script has shown this.</p><p aria-hidden="true">Seen, not read aloud.</p>
  <table><tr style="display:none"><td><div>In a row</div><p>laid out</p></td></tr></table>`;
const shownOfMarkup =
  /^The board voted\.\s+and back\s+A script has shown this\.\s+Seen, not read aloud\.$/;
const hiddenOfMarkup = [
  'See the ferry vote in your browser',
  'secret ',
  'never ',
  'Gone ',
  'In a row',
  'laid out',
];

describe('hidden words of markup are kept and hidden', () => {
  it('in messages', async () => {
    const head =
      'From: Ada <a@x.example>\r\nSubject: S\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n';
    const { shown, hidden } = await read('a.eml', Buffer.from(head + markup));
    expect(shown).toMatch(shownOfMarkup);
    expect(hidden).toEqual(hiddenOfMarkup);
  });

  it('in books', async () => {
    const bytes = zipSync({
      mimetype: [strToU8('application/epub+zip'), { level: 0 }],
      'META-INF/container.xml': strToU8('<rootfile full-path="b.opf"/>'),
      'b.opf': strToU8(
        '<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
      ),
      'a.xhtml': strToU8(`<html><body>${markup}</body></html>`),
    });
    const { shown, hidden } = await read('a.epub', bytes);
    expect(shown).toMatch(shownOfMarkup);
    expect(hidden).toEqual(hiddenOfMarkup);
  });

  it('in pages, whether an article is found in them or not', async () => {
    const sentence =
      'The harbour board of Estholm decided, at some length, what to do about the ferry, and why, before the vote.';
    const story = `<p>${sentence} <span style="visibility:hidden">Not this.</span></p>`.repeat(8);
    for (const inside of [
      '<p>Short. <span hidden>Not this.</span></p>',
      `<article>${story}</article>`,
    ]) {
      const page = `<html><body style="visibility:hidden"><nav>Home</nav>${inside}</body></html>`;
      const { articles } = await parseFile({ name: 'a.html', bytes: Buffer.from(page) });
      const [{ text, hidden } = { text: '', hidden: [] }] = articles;
      const words = hidden.map(({ start, end, reason }) => [reason, text.slice(start, end)]);
      expect(words.filter(([reason]) => reason === 'not-shown').length).toBeGreaterThan(0);
      expect(words.filter(([, gone]) => gone === 'Not this.').length).toBe(
        text.split('Not this.').length - 1,
      );
      expect(words.some(([, gone]) => gone?.includes('The harbour board'))).toBe(false);
    }
  });
});
