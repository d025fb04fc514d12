import { Document, ExternalHyperlink, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { parseFile } from '../../parse.ts';

async function read(name: string, bytes: Uint8Array | string) {
  const given = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const { format, articles, failed } = await parseFile({ name, bytes: given });
  return {
    format,
    failed: failed.map(({ error }) => error.message),
    articles: articles.map(({ text, hidden, blocks, proposals }) => {
      const shown = blocks.filter(
        ({ start, end }) =>
          !hidden.some(
            (range) => range.by !== 'offered' && range.start <= start && range.end >= end,
          ),
      );
      const evidence = proposals.filter(
        ({ field, evidence }) => evidence.rule === 'database-field' && field !== 'archive',
      );
      for (const {
        evidence: { start, end, text: words },
      } of evidence) {
        expect(text.slice(start, end).startsWith(words.slice(0, 40))).toBe(true);
      }
      return {
        text,
        shown: shown.map(({ start, end }) => text.slice(start, end)),
        reasons: Object.fromEntries(
          hidden.map(({ start, end, reason }) => [text.slice(start, end), reason]),
        ),
        values: Object.fromEntries(
          proposals.filter(({ certain }) => certain).map(({ field, value }) => [field, value]),
        ),
      };
    }),
  };
}

const ferry = [
  'The harbour board put off the ferry vote on Tuesday.',
  'It meets again in May, the harbour master said.',
];
const bridge = ['The old bridge closes for two weeks, the council said on Friday.'];

describe('Nexis', () => {
  const line = (text: string) => new Paragraph(text);
  const labelled = (label: string, text: string) =>
    new Paragraph({
      children: [new TextRun({ text: `${label}: `, bold: true }), new TextRun(text)],
    });
  const title = (text: string, link: string) =>
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      children: [new ExternalHyperlink({ link, children: [new TextRun(text)] })],
    });
  const documents = [
    line('User Name: Ada Lund'),
    line('Date and Time: Monday, April 6, 2026 9:12:00 AM GMT'),
    line('Documents (3)'),
    line('1. Ferry vote put off'),
    line('Client/Matter: -None-'),
    title('Ferry vote put off', 'https://advance.lexis.example/document?id=urn:contentItem:6ABC'),
    line('Estholm Courier'),
    line('March 11, 2026 Wednesday'),
    line('Final Edition'),
    line('Copyright 2026 Courier Media All Rights Reserved'),
    labelled('Section', 'NEWS; Pg. A1'),
    labelled('Length', '523 words'),
    labelled('Byline', 'Ada Lund and Per Berg'),
    line('Body'),
    ...ferry.map(line),
    line('Graphic'),
    line('A ferry at the quay'),
    line('Classification'),
    labelled('Language', 'ENGLISH'),
    labelled('Publication-Type', 'Newspaper'),
    labelled('Load-Date', 'March 12, 2026'),
    line('End of Document'),
    line('A page that has lost its fields'),
    line('End of Document'),
    title('Alte Brücke gesperrt', 'https://advance.lexis.example/document?id=urn:contentItem:6ABD'),
    line('Quarry Post (Deutschland)'),
    line('13. März 2026 Freitag'),
    line('Copyright 2026 Quarry Post Alle Rechte vorbehalten'),
    labelled('Länge', '64 Wörter'),
    line('Body'),
    ...bridge.map(line),
    labelled('Load-Date', 'March 13, 2026'),
    line('End of Document'),
  ];

  it('as Word document: every article with its fields, each with its place; a bad one stops none', async () => {
    const bytes = await Packer.toBuffer(new Document({ sections: [{ children: documents }] }));
    const { format, articles, failed } = await read('Files(3).DOCX', bytes);
    expect(format).toBe('docx');
    expect(articles.map(({ values }) => values)).toMatchObject([
      {
        title: 'Ferry vote put off',
        'container-title': 'Estholm Courier',
        issued: '2026-03-11',
        author: 'Per Berg',
        language: 'en',
        URL: 'https://advance.lexis.example/document?id=urn:contentItem:6ABC',
        section: 'NEWS',
        page: 'A1',
        edition: 'Final Edition',
        dimensions: '523 words',
        genre: 'Newspaper',
        archive: 'Nexis',
      },
      {
        title: 'Alte Brücke gesperrt',
        'container-title': 'Quarry Post (Deutschland)',
        issued: '2026-03-13',
      },
    ]);
    expect(articles.map(({ shown }) => shown)).toEqual([
      ['Ferry vote put off', ...ferry],
      ['Alte Brücke gesperrt', ...bridge],
    ]);
    expect(articles[0]?.reasons).toMatchObject({
      'Section: NEWS; Pg. A1': 'metadata',
      'Byline: Ada Lund and Per Berg': 'byline',
      'Copyright 2026 Courier Media All Rights Reserved': 'copyright',
      'A ferry at the quay': 'caption',
      'Load-Date: March 12, 2026': 'metadata',
    });
    expect(failed).toEqual([
      expect.stringMatching(/Article 2 of "Files\(3\)\.DOCX" \(“A page that has lost/),
    ]);
  });

  it('as RTF', async () => {
    const paragraphs = [
      [
        'Ferry vote put off',
        'Estholm Courier',
        'March 2026',
        'Length: 523 words',
        'Body',
        ...ferry,
        'End of Document',
      ],
      [
        'Bridge closed',
        'Quarry Post',
        '13 mars 2026 vendredi',
        'Auteur : Ada Lund',
        'Body',
        ...bridge,
        'End of Document',
      ],
    ].flat();
    const source = String.raw`{\rtf1\ansi ${paragraphs.map((text) => String.raw`\pard ${text}\par`).join('\n')}}`;
    const { articles } = await read('nexis.rtf', source);
    expect(articles.map(({ values }) => values)).toMatchObject([
      { title: 'Ferry vote put off', 'container-title': 'Estholm Courier', issued: '2026-03' },
      { title: 'Bridge closed', issued: '2026-03-13', author: 'Ada Lund' },
    ]);
  });

  it('as text of the years before, broken at a fixed width and centred', async () => {
    const record = (number: number, outlet: string, date: string, lines: readonly string[]) =>
      [
        `                               ${number} of 2 DOCUMENTS`,
        `                              ${outlet}`,
        `                            ${date}`,
        ...lines,
        'LANGUAGE: ENGLISH',
        `                 Copyright 2026 ${outlet}\n                         All Rights Reserved`,
      ].join('\n\n\n');
    const { articles } = await read(
      'old.txt',
      [
        record(1, 'The Estholm Courier', 'March 11, 2026 Wednesday', [
          'Ferry vote put off',
          'BYLINE: Ada Lund',
          'SECTION: NEWS; Pg. A1',
          'LENGTH: 523 words',
          'The harbour board put off the ferry vote on Tuesday after two\ndays of talks, and nobody was surprised by it in the least, the\nharbour master said.',
          'LOAD-DATE: March 11, 2026',
        ]),
        record(2, 'Quarry Post(Estholm)', 'March 13, 2026', [
          'Bridge closed',
          'LONGUEUR: 64 mots',
          ...bridge,
          'SUJET: PONTS (90%); TRAVAUX (70%)',
          'LOCALISATION-GEO: ESTHOLM (93%)',
        ]),
      ].join('\n\n\n'),
    );
    expect(articles.map(({ values }) => values)).toMatchObject([
      {
        title: 'Ferry vote put off',
        'container-title': 'The Estholm Courier',
        issued: '2026-03-11',
        author: 'Ada Lund',
        language: 'en',
        section: 'NEWS',
        page: 'A1',
        dimensions: '523 words',
      },
      { title: 'Bridge closed', 'container-title': 'Quarry Post (Estholm)', issued: '2026-03-13' },
    ]);
    expect(articles[1]?.shown).toEqual(['Bridge closed', ...bridge]);
    expect(articles[0]?.shown).toEqual([
      'Ferry vote put off',
      'The harbour board put off the ferry vote on Tuesday after two days of talks, and nobody was surprised by it in the least, the harbour master said.',
    ]);
  });
});

describe('Factiva', () => {
  const first = {
    fields: [
      '523 words',
      '11 March 2026',
      'Estholm Courier',
      'ESTCR',
      'A1',
      'English',
      'Copyright 2026. Courier Media.',
    ],
    id: 'Document ESTCR00020260311em3b0002x',
  };
  const second = {
    fields: [
      '64 words',
      '13 March 2026',
      '08:15 GMT',
      'Quarry Post',
      'QUPO',
      'English',
      '© 2026 Quarry Post. All rights reserved.',
    ],
    id: 'Document QUPO000020260313em3d00004',
  };
  const wanted = [
    {
      title: 'Ferry vote put off',
      'container-title': 'Estholm Courier',
      issued: '2026-03-11',
      author: 'Ada Lund',
      language: 'en',
      dimensions: '523 words',
      archive: 'Factiva',
      number: 'ESTCR00020260311em3b0002x',
    },
    {
      title: 'Bridge closed',
      'container-title': 'Quarry Post',
      issued: '2026-03-13',
      language: 'en',
    },
  ];

  it('as web page', async () => {
    const div = (text: string) => `<div>${text}</div>`;
    const text = (paragraphs: readonly string[]) =>
      paragraphs
        .map((words) => `<p class="articleParagraph enarticleParagraph">${words}</p>`)
        .join('');
    const { format, articles } = await read(
      'Factiva.html',
      `<!DOCTYPE html><html><head><title>Factiva</title></head><body>
       <div class="article enArticle"><div>News</div><div id="hd"><span class="enHeadline"><b>Ferry vote put off</b></span></div>
       <div class="author">By Ada Lund</div>${first.fields.map(div).join('')}${text(ferry)}<p>${first.id}</p></div>
       <div class="article enArticle"><div id="hd"><b>Bridge closed</b></div>${second.fields.map(div).join('')}${text(bridge)}<p>${second.id}</p></div>
       <p>Search Summary</p><table><tr><td>Text</td><td>ferry</td></tr></table></body></html>`,
    );
    expect(format).toBe('html');
    expect(articles.map(({ values }) => values)).toMatchObject(wanted);
    expect(articles.map(({ shown }) => shown)).toEqual([
      ['Ferry vote put off', ...ferry],
      ['Bridge closed', ...bridge],
    ]);
    expect(articles[0]?.reasons).toMatchObject({ [first.id]: 'metadata', 'By Ada Lund': 'byline' });
  });

  it('as web page in German below its masthead, with numbers of the years before', async () => {
    const { articles } = await read(
      'Factiva.html',
      `<html><body><h1>Dow Jones Factiva</h1><div>Dow Jones</div>
       <div><div><span>Fähre bleibt</span></div><div>664 Wörter</div><div>18 April 1998</div><div>Estholmer Blatt</div><div>ESTB</div><div>Deutsch</div><div>(c) 1998 Blatt Verlag</div><p>${ferry[0]}</p><p>Dokument estb000020010926du4i003v3</p></div>
       <p>© 2021 Factiva, Inc. Alle Rechte vorbehalten.</p></body></html>`,
    );
    expect(articles.map(({ values }) => values)).toMatchObject([
      {
        title: 'Fähre bleibt',
        'container-title': 'Estholmer Blatt',
        issued: '1998-04-18',
        language: 'de',
        number: 'estb000020010926du4i003v3',
      },
    ]);
  });

  it('as web page with its indexing', async () => {
    const row = (code: string, cell: string) => `<tr><td><b>${code}</b></td><td>${cell}</td></tr>`;
    const paragraphs = (all: readonly string[]) => all.map((words) => `<p>${words}</p>`).join('');
    const { articles } = await read(
      'Factiva-index.html',
      `<html><body><div class="article"><table>${[
        row('SE', 'News'),
        row('HD', 'Ferry vote put off'),
        row('BY', 'By Ada Lund'),
        row('CR', 'Reuters'),
        row('WC', '523 words'),
        row('PD', '11 March 2026'),
        row('SN', 'Estholm Courier'),
        row('SC', 'ESTCR'),
        row('LA', 'English'),
        row('CY', 'Copyright 2026. Courier Media.'),
        row('LP', paragraphs(ferry.slice(0, 1))),
        row('TD', paragraphs([...ferry.slice(1), ...bridge])),
        row('NS', 'gtrans : Transport | gcat : News'),
        row('AN', first.id),
      ].join('')}</table></div></body></html>`,
    );
    expect(articles).toHaveLength(1);
    expect(articles[0]?.values).toMatchObject({ ...wanted[0], section: 'News', origin: 'Reuters' });
    expect(articles[0]?.shown).toEqual(['Ferry vote put off', ...ferry, ...bridge]);
  });

  const lines = [
    ['Ferry vote put off', 'By Ada Lund', ...first.fields, ...ferry, first.id],
    ['Bridge closed', ...second.fields, ...bridge, second.id],
  ].flat();

  it('as RTF', async () => {
    const bold = (text: string) =>
      text === 'Ferry vote put off' || text === 'Bridge closed' ? String.raw`{\b ${text}}` : text;
    const source = String.raw`{\rtf1\ansi ${lines.map((text) => String.raw`\pard ${bold(text).replace('©', String.raw`\'a9`)}\par`).join('\n')}}`;
    const { articles } = await read('Factiva.rtf', source);
    expect(articles.map(({ values }) => values)).toMatchObject(wanted);
    expect(articles[0]?.values).toMatchObject({ page: 'A1' });
    expect(articles[1]?.shown).toEqual(['Bridge closed', ...bridge]);
  });

  it('as text, a cut article left out by name', async () => {
    const cut = ['Lost lines', 'No number of words here.', 'Document LOST000020260314em3e00001'];
    const { articles, failed } = await read(
      'Factiva.txt',
      [...lines.slice(0, 12), ...cut, ...lines.slice(12)].join('\n\n'),
    );
    expect(articles.map(({ values }) => values)).toMatchObject(wanted);
    expect(failed).toHaveLength(1);
  });
});

it('leaves a text that only speaks of such marks as it is', async () => {
  const text =
    'How to cite\n\nEvery export says “End of Document” below an article.\n\nEnd of Document\n\nThat is all.';
  const { articles, failed } = await read('note.txt', text);
  expect(failed).toEqual([]);
  expect(articles.map((article) => article.text)).toEqual([text]);
});
