import { Document, ExternalHyperlink, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { bridge, ferry, readExport } from './test-export.ts';

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
    const { format, articles, failed } = await readExport('Files(3).DOCX', bytes);
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
    const { articles } = await readExport('nexis.rtf', source);
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
    const { articles } = await readExport(
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
          'Bridge closed;\nThe council says that two weeks must do',
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
      {
        title: 'Bridge closed; The council says that two weeks must do',
        'container-title': 'Quarry Post (Estholm)',
        issued: '2026-03-13',
      },
    ]);
    expect(articles[1]?.shown).toEqual([
      'Bridge closed; The council says that two weeks must do',
      ...bridge,
    ]);
    expect(articles[0]?.shown).toEqual([
      'Ferry vote put off',
      'The harbour board put off the ferry vote on Tuesday after two days of talks, and nobody was surprised by it in the least, the harbour master said.',
    ]);
  });
});

it('leaves a text that only speaks of such marks as it is', async () => {
  const text =
    'How to cite\n\nEvery export says “End of Document” below an article.\n\nEnd of Document\n\nThat is all.';
  const { articles, failed } = await readExport('note.txt', text);
  expect(failed).toEqual([]);
  expect(articles.map((article) => article.text)).toEqual([text]);
});
