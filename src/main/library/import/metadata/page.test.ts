import { expect, it } from 'vitest';
import { parseFile } from '../parse.ts';

const body =
  '<p>The harbour board of Estholm voted on the crossing on Tuesday, it said.</p>'.repeat(4);

async function values(head: string, above: string, after = '') {
  const page = `<html lang="en"><head>${head}</head><body>${above}<article>${body}</article>${after}</body></html>`;
  const { articles } = await parseFile({ name: 'a.html', bytes: Buffer.from(page) });
  const certain = (articles[0]?.proposals ?? []).filter((one) => one.certain);
  const of = (field: string) =>
    certain.filter((one) => one.field === field).map(({ value }) => value);
  return {
    title: of('title')[0],
    author: of('author'),
    outlet: of('container-title')[0],
    URL: of('URL')[0],
  };
}

it.each([
  ['<a rel="author" href="/ada">Ada Lund</a>'],
  ['<span itemprop="author"><span itemprop="name">Ada Lund</span></span>'],
  ['<p class="byline">By Ada Lund</p>'],
  ['<p class="byline">By <a href="/ada">Ada Lund</a>, Harbour correspondent 4 March</p>'],
])('reads the writer from %s', async (marked) => {
  expect((await values('<title>Ferry vote</title>', marked)).author).toEqual(['Ada Lund']);
});

it.each([
  ['<aside><a rel="author">Ada Lund</a></aside>', ''],
  ['', '<div class="comments"><a rel="author">Ada Lund</a></div>'],
  [
    ['Ada Lund', 'Per Berg', 'Ole Dahl', 'Ida Holm']
      .map((n) => `<a rel="author">${n}</a>`)
      .join(' '),
    '',
  ],
  ['<a rel="author">Estholm Courier</a>', ''],
  ['<p class="byline">12 comments</p>', ''],
])('takes no other for the writer: %s%s', async (above, after) => {
  const head = '<meta property="og:site_name" content="Estholm Courier">';
  expect((await values(head, above, after)).author).toEqual([]);
});

it('takes the title that the page says twice, and no name of a site or section for one', async () => {
  const title = '<title>Ferry vote splits the islands</title>';
  const site = '<meta property="og:site_name" content="Courier">';
  for (const [head, above] of [
    [title, '<h1>The Courier</h1>'],
    [`${title}${site}<meta property="og:title" content="Courier">`, ''],
    [
      `${title}<script type="application/ld+json">{"@type":"Article","headline":"Courier list article"}</script>`,
      '<h1>Ferry vote splits islands</h1>',
    ],
  ] as const) {
    expect((await values(head, above)).title).toMatch(/^Ferry vote splits/);
  }
  const bare = await values('<title>Courier</title>', '<h1>Ferry vote splits the islands</h1>');
  expect(bare.title).toBe('Ferry vote splits the islands');
});

it('takes no word for an address and no address for an outlet', async () => {
  const linked = '{"@type":"Article","mainEntityOfPage":"True","url":"https://courier.example/a"}';
  const head = `<script type="application/ld+json">${linked}</script><meta property="og:site_name" content="http://www.courier.example">`;
  expect(await values(head, '')).toMatchObject({
    URL: 'https://courier.example/a',
    outlet: undefined,
  });
});

it('takes no row of a table for the date line', async () => {
  const table = '<table><tr><th>Founded</th><td>February 28, 1998</td></tr></table>';
  const page = `<html><body><h1>Harbour</h1>${table}${body}</body></html>`;
  const { articles } = await parseFile({ name: 'a.html', bytes: Buffer.from(page) });
  const dates = articles[0]?.proposals.filter(({ field }) => field === 'issued');
  expect(dates?.every(({ certain }) => !certain)).toBe(true);
});
