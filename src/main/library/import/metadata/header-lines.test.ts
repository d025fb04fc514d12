import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trickyText } from '../../../../shared/text/tricky-text.ts';
import { testLibrary } from '../../test-library.ts';
import { parseInProcess } from '../parse-in-process.ts';
import { parseFile } from '../parse.ts';
import { headerLines } from './header-lines.ts';
import { withLayers } from '../test-layers.ts';

const body = `The harbour board of Estholm voted on the crossing on Tuesday, after two days of talks with the owners.

Nobody said when the second ship would be back, and the board did not ask.`;

async function read(text: string) {
  const { articles } = await parseFile({ name: 'a.txt', bytes: Buffer.from(text) });
  const [article] = articles.map(withLayers);
  if (article === undefined) throw new Error('No article.');
  const certain = article.proposals.filter((one) => one.certain);
  return {
    ...article,
    shown: article.blocks
      .filter(
        (block) =>
          !article.hidden.some((range) => range.start <= block.start && range.end >= block.end),
      )
      .map(({ start, end }) => article.text.slice(start, end)),
    values: certain
      .filter(({ evidence }) => ['header-line', 'front-matter'].includes(evidence.rule))
      .map(({ field, value }) => [field, value]),
  };
}

describe('a header above a plain text', () => {
  it('is read with its place and hidden line by line, the text unchanged', async () => {
    const header = `Title: Ferry vote
By: Ada Lund and Per Berg
Source: The Estholm Courier
Date: 4 March 2026
URL: https://courier.example/ferry
Accessed: 7 March 2026
Keywords: ferries, harbours
Clipping no.: 12
Section: Islands`;
    const { text, shown, values, hidden, proposals } = await read(`${header}\n\n${body}\n`);
    expect(text).toBe(`${header}\n\n${body}`);
    expect(shown.join('\n\n')).toBe(body);
    expect(values).toEqual([
      ['title', 'Ferry vote'],
      ['author', 'Ada Lund'],
      ['author', 'Per Berg'],
      ['container-title', 'The Estholm Courier'],
      ['issued', '2026-03-04'],
      ['URL', 'https://courier.example/ferry'],
      ['accessed', '2026-03-07'],
      ['section', 'Islands'],
    ]);
    expect(hidden.slice(0, 9).map(({ reason }) => reason)).toEqual(Array(9).fill('metadata'));
    const date = proposals.find(({ field }) => field === 'issued');
    expect(text.slice(date?.evidence.start, date?.evidence.end)).toBe('Date: 4 March 2026');
  });

  it('may stand below the title, with blank lines and signs, in other languages', async () => {
    const german = await read(
      `Fähre fällt aus\n\nQuelle: Estholmer Bote\n\n**Datum:** 04.03.2026\n\n${body}`,
    );
    expect(german.values).toEqual([
      ['container-title', 'Estholmer Bote'],
      ['issued', '2026-03-04'],
    ]);
    expect(german.proposals.find(({ field }) => field === 'title')?.value).toBe('Fähre fällt aus');
    const japanese = await read(
      `見出し：フェリー運休\n出典：共同通信\n日付：2026年3月4日\n\n${body}`,
    );
    expect(japanese.values).toEqual([
      ['title', 'フェリー運休'],
      ['container-title', '共同通信'],
      ['origin', '共同通信'],
      ['issued', '2026-03-04'],
    ]);
  });

  it('keeps doubtful dates uncertain and takes an address for the source', async () => {
    const { values, proposals } = await read(
      `Title: Ferry vote\nSource: https://courier.example/a\nDate: 5/4/2026\n\n${body}`,
    );
    expect(values).toEqual([
      ['title', 'Ferry vote'],
      ['URL', 'https://courier.example/a'],
    ]);
    expect(proposals.filter(({ field }) => field === 'issued')).toMatchObject([{ certain: false }]);
  });

  it.each([
    ['one line alone', `Source: The Estholm Courier\n\n${body}`],
    ['a sentence with a colon', `Title fight: Lund beats Berg\n\n${body}`],
    ['an interview', `Reporter: What did the board say?\n\nLund: Nothing.\n\n${body}`],
    ['labels far down', `${body}\n\n${body}\n\nSource: The Courier\nDate: 4 March 2026`],
    ['labels that say nothing', `Date: soon\nLink: none\n\n${body}`],
  ])('is not seen in %s', (_what, text) => {
    expect(headerLines(text)).toEqual([]);
  });

  it('never reaches outside the text, whatever stands there', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(trickyText, fc.constantFrom('Title: a', 'Date: 2026', 'X: y'))),
        (parts) => {
          const text = parts.join('\n');
          let at = 0;
          for (const { start, end } of headerLines(text)) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(text.slice(start, end)).not.toContain('\n');
            at = end;
          }
        },
      ),
    );
  });
});

it('is read in documents, too', async () => {
  const rtf = String.raw`{\rtf1 Title: Ferry vote\par Source: The Courier\par The quay is new.\par}`;
  const { articles } = await parseFile({ name: 'a.rtf', bytes: Buffer.from(rtf) });
  expect(articles[0]?.proposals).toMatchObject([
    { field: 'title', value: 'Ferry vote' },
    { field: 'container-title', value: 'The Courier' },
  ]);
  expect(articles[0]?.hidden).toHaveLength(2);
});

describe('front matter before a plain text', () => {
  it('is metadata, hidden in one piece', async () => {
    const head =
      '---\ntitle: "Ferry: the vote"\nsource: The Courier\ndate: March 4, 2026\ntags: [a, b]\n---';
    const { text, values, hidden, shown } = await read(`${head}\n\n${body}`);
    expect(values).toEqual([
      ['title', 'Ferry: the vote'],
      ['container-title', 'The Courier'],
      ['issued', '2026-03-04'],
    ]);
    expect(text.slice(hidden[0]?.start, hidden[0]?.end)).toBe(head);
    expect(shown.join('\n\n')).toBe(body);
  });

  it('tells the day a page was clipped from the day of the article, and a name from its link', async () => {
    const clipping = (published: string) =>
      `---\ntitle: Ferry vote\nsource: "https://courier.example/ferry"\nauthor:\n  - "[[Ada Lund]]"\n  - "[[people/per|Per Berg]]"\npublished: ${published}\ncreated: 2026-03-07\n---\n\n${body}`;
    const rest = [
      ['title', 'Ferry vote'],
      ['URL', 'https://courier.example/ferry'],
      ['author', 'Ada Lund'],
      ['author', 'Per Berg'],
    ];
    const dated = await read(clipping('2026-03-04'));
    expect(dated.values).toEqual([...rest, ['issued', '2026-03-04'], ['accessed', '2026-03-07']]);
    expect((await read(clipping(''))).values).toEqual([...rest, ['accessed', '2026-03-07']]);
    const note = await read(`---\ntitle: Ferry vote\ncreated: 2026-03-07\n---\n\n${body}`);
    expect(note.proposals.find(({ field }) => field === 'issued')).toMatchObject({
      value: '2026-03-07',
      certain: false,
    });
  });

  it('is stored with the day of access, and read again from the article', async () => {
    const library = testLibrary(parseInProcess);
    try {
      const text = `---\ntitle: Ferry vote\ndate: 2026-03-04\naccessed: 2026-03-07\n---\n\n${body}`;
      const { imported } = await library.call('import.run', { sources: [{ name: 'a.txt', text }] });
      const id = imported[0]?.articleId ?? '';
      expect(await library.call('articles.get', { id })).toMatchObject({
        issued: '2026-03-04',
        accessed: '2026-03-07',
      });
      const { items } = await library.call('articles.proposals', { id });
      expect(items.map(({ field, evidence }) => [field, evidence.rule])).toEqual(
        expect.arrayContaining([
          ['title', 'front-matter'],
          ['issued', 'front-matter'],
          ['accessed', 'front-matter'],
        ]),
      );
    } finally {
      await library.dispose();
    }
  });

  it('is text where it says nothing', async () => {
    const { hidden, text } = await read(`---\nA line between rules\n---\n\n${body}`);
    expect(hidden).toEqual([]);
    expect(text).toContain('A line between rules');
  });
});
