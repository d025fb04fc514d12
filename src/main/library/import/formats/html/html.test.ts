import { describe, expect, it } from 'vitest';
import { parseFile } from '../../parse.ts';
import { domBlocks } from './dom-blocks.ts';
import { parseDocument, readPage } from './page.ts';

const sentence = (n: number) =>
  `Paragraph ${n} tells, at some length, what the harbour board of Estholm decided, why it did so, and who objected to it before the vote.`;

const page = `<!doctype html><html lang="en-GB"><head>
<title>Board votes for the ferry | Harbour Courier</title>
<meta property="og:site_name" content="Harbour Courier">
<link rel="canonical" href="https://courier.example/ferry">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Board votes for the ferry","datePublished":"2026-03-11T23:30:00+09:00","author":[{"name":"Ada Lund"}]}]}</script>
</head><body>
<nav class="menu"><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Board votes for the ferry</h1>
<p>${sentence(1)}</p><p>${sentence(2)} <em>Not all agreed.</em></p>
<p>${sentence(3)} <a href="/minutes" onclick="steal()">The minutes</a></p>
<ul><li>First point<ul><li>Inner point</li></ul></li><li>Second point</li></ul>
<blockquote>${sentence(4)}</blockquote></article>
<div class="newsletter-signup">Sign up for our newsletter</div>
<footer>Harbour Courier 2026</footer></body></html>`;

describe('a saved page', () => {
  const article = readPage(page);
  const shown = article.blocks.map((block) => [
    block.kind,
    article.text.slice(block.start, block.end),
  ]);

  it('keeps all text, with blocks and marks', () => {
    expect(shown.map(([kind]) => kind)).toEqual(
      'paragraph heading paragraph paragraph paragraph list-item list-item list-item quote paragraph paragraph'.split(
        ' ',
      ),
    );
    expect(article.blocks[6]).toMatchObject({ kind: 'list-item', level: 2, ordered: false });
    expect(article.text).toContain('Home News');
    const marks = article.marks.map(({ kind, href, start, end }) => [
      kind,
      href,
      article.text.slice(start, end),
    ]);
    expect(marks).toContainEqual(['emphasis', undefined, 'Not all agreed.']);
    expect(marks).toContainEqual(['link', 'https://courier.example/minutes', 'The minutes']);
  });

  it('hides what is not the article, with a reason', () => {
    const hidden = article.hidden.map(({ start, end, reason }) => [
      reason,
      article.text.slice(start, end),
    ]);
    expect(hidden).toEqual([
      ['navigation', 'Home News'],
      ['newsletter-prompt', 'Sign up for our newsletter'],
      ['footer', 'Harbour Courier 2026'],
    ]);
  });

  it('says of a date among what is hidden that it tells the age of the story', () => {
    const dated = readPage(
      page.replace(
        '<article>',
        '<header>Last modified on Sat 14 Mar 2026 09.00 GMT</header><article>',
      ),
    );
    const found = dated.hidden.find(({ start, end }) =>
      dated.text.slice(start, end).startsWith('Last modified'),
    );
    expect(found?.reason).toBe('byline');
  });

  it('reads the fields it states, each with its evidence', () => {
    const read = article.proposals.filter((proposal) => proposal.certain);
    expect(read.map(({ field, value, evidence }) => [field, value, evidence.rule])).toEqual([
      ['title', 'Board votes for the ferry', 'json-ld'],
      ['author', 'Ada Lund', 'json-ld'],
      ['issued', '2026-03-11', 'json-ld'],
      ['URL', 'https://courier.example/ferry', 'canonical-link'],
      ['container-title', 'Harbour Courier', 'open-graph'],
      ['language', 'en', 'html-lang'],
    ]);
  });
});

describe('hostile markup', () => {
  it('gives text only: no script, frame, handler or scheme survives', () => {
    const { text, marks } = readPage(
      `<p>Before<script>alert(1)</script><style>p{}</style><iframe srcdoc="<p>framed</p>"></iframe>
       <a href="java&#9;script:alert(1)">one</a> <a href="data:text/html,x">two</a>
       <img src=x onerror="alert(1)"><svg><script>alert(2)</script><text>drawn</text></svg> after</p>
       <noscript><p>plain</p></noscript><math><mtext><table><mglyph><style><img src=x onerror=alert(3)>`,
    );
    expect(text).toBe('Before one two after');
    expect(marks).toEqual([]);
  });

  it('reads nesting 20,000 deep', async () => {
    const deep = `<html><body>${'<div>'.repeat(20_000)}<p>The bottom of it.</p>${'</div>'.repeat(20_000)}`;
    const result = await parseFile({ name: 'deep.html', bytes: Buffer.from(deep) });
    expect(result.articles[0]?.text).toBe('The bottom of it.');
  });

  it('reads a paragraph in which a sign stands a hundred thousand times', async () => {
    const signs = `<html><body><p>${'&amp;'.repeat(100_000)}</p></body></html>`;
    const result = await parseFile({ name: 'signs.html', bytes: Buffer.from(signs) });
    expect(result.articles[0]?.text).toHaveLength(100_000);
  });

  it('keeps the text of pages whose body is malformed', () => {
    for (const markup of ['<p>One', '<html>One', '<html><head><p>One</p>', '<table><tr><td>One']) {
      expect(readPage(markup).text).toBe('One');
    }
  });
});

it('joins inline elements and parts table cells', () => {
  const root = parseDocument(
    '<p>Est<b>holm</b>,<br>north</p><table><tr><th>Year</th><td>2026</td></tr></table>',
  ).documentElement;
  expect(
    domBlocks(root, null).map(({ kind, runs }) => [kind, runs.map((r) => r.text).join('')]),
  ).toEqual([
    ['paragraph', 'Estholm,\nnorth'],
    ['table-row', 'Year\t2026'],
  ]);
});

it('is recognised by its name where it begins with a long element', async () => {
  const styled = `<style>${'p{}'.repeat(5000)}</style><p>Words after it.</p>`;
  const named = await parseFile({ name: 'page.html', bytes: Buffer.from(styled) });
  expect(named.articles[0]?.text).toBe('Words after it.');
});

it('is recognised by content, whatever the name says', async () => {
  const renamed = await parseFile({ name: 'page.txt', bytes: Buffer.from(page) });
  expect(renamed.format).toBe('html');
  const prose = await parseFile({ name: 'note.html', bytes: Buffer.from('Only words here.') });
  expect(prose.format).toBe('text');
});

it('a heading in another script than Latin is not taken for the title', () => {
  const prose =
    '港の町では今朝から雨が降り続いており、船は一隻も出ていないと関係者が話した。'.repeat(6);
  const { text, hidden, extracted } = readPage(
    `<html lang="ja"><head><title>港の船が止まる</title></head><body><nav><h3>今日の献立</h3></nav>
     <article><h1>港の船が止まる</h1><p>${prose}</p><p>${prose}</p></article></body></html>`,
  );
  const shown = hidden.reduceRight(
    (left, { start, end }) => left.slice(0, start) + left.slice(end),
    text,
  );
  expect(extracted).toBe(true);
  expect(shown).toContain('港の船が止まる');
  expect(shown).not.toContain('今日の献立');
});
