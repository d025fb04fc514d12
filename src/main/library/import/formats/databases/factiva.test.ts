import { describe, expect, it } from 'vitest';
import { bridge, ferry, readExport } from './test-export.ts';

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
    const { format, articles } = await readExport(
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
    const { articles } = await readExport(
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
    const { articles } = await readExport(
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
    const { articles } = await readExport('Factiva.rtf', source);
    expect(articles.map(({ values }) => values)).toMatchObject(wanted);
    expect(articles[0]?.values).toMatchObject({ page: 'A1' });
    expect(articles[1]?.shown).toEqual(['Bridge closed', ...bridge]);
  });

  it('as text, a cut article left out by name', async () => {
    const cut = ['Lost lines', 'No number of words here.', 'Document LOST000020260314em3e00001'];
    const { articles, failed } = await readExport(
      'Factiva.txt',
      [...lines.slice(0, 12), ...cut, ...lines.slice(12)].join('\n\n'),
    );
    expect(articles.map(({ values }) => values)).toMatchObject(wanted);
    expect(failed).toHaveLength(1);
  });
});
