import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseFile } from '../import/parse.ts';
import { withLayers } from '../import/test-layers.ts';

const prose = (subject: string) =>
  `${subject} told the harbour board on Tuesday that the crossing would stay closed until the hull had been inspected, and asked for patience in the meantime.`;

async function hiddenIn(text: string) {
  const result = await parseFile({ name: 'a.txt', bytes: Buffer.from(text) });
  const article = result.articles[0];
  return (article?.hidden ?? []).map(({ start, end, reason, by }) => [
    by === 'offered' ? `offered ${reason}` : reason,
    article?.text.slice(start, end),
  ]);
}

describe('cleaning plain text', () => {
  it('hides prompts, credits, repeated captions and everything behind the end', async () => {
    const caption =
      'The Maren at her berth in Estholm on Monday, where she has lain since the storm.';
    const lines = [
      'Crossing stays closed',
      'By Ada Lund and Per Berg',
      'Sign up for our morning newsletter',
      caption,
      caption,
      'PHOTO: MERIDIAN WIRE',
      prose('The captain'),
      'Advertisement',
      prose('The engineer'),
      'shipping',
      '3 Comments',
      'Be the first to reply',
      'About the author',
      'Ada Lund',
      'Ada Lund writes about ports, ships and the people on them for several papers along the coast of Marenia.',
      'Privacy Policy',
      '© 2026 Harbour Courier. All rights reserved.',
    ];
    expect(await hiddenIn(lines.join('\n\n'))).toEqual([
      ['byline', lines[1]],
      ['newsletter-prompt', lines[2]],
      ['caption', caption],
      ['caption', caption],
      ['photo-credit', lines[5]],
      ['advertisement', 'Advertisement'],
      ['follow-topic', 'shipping'],
      ['comment-prompt', '3 Comments'],
      ['comment-prompt', 'Be the first to reply'],
      ['author-box', 'About the author'],
      ['author-box', 'Ada Lund'],
      ['author-box', lines[14]],
      ['footer', 'Privacy Policy'],
      ['copyright', lines[16]],
    ]);
  });

  it('only offers a caption that stands once', async () => {
    const text = ['Crossing closed', 'The ferry at her berth.', 'Photo: Per Berg', prose('She')];
    expect(await hiddenIn(text.join('\n\n'))).toEqual([
      ['offered caption', 'The ferry at her berth.'],
      ['photo-credit', 'Photo: Per Berg'],
    ]);
  });

  it('leaves sentences alone that begin like a prompt', async () => {
    const text = [
      'Share prices fell',
      'Share prices fell after the vote.',
      'Comments by the minister angered the crews, who had waited for a week to be heard by him.',
      'Follow the money, she said.',
      'Photo albums were found in the wreck.',
      'Related to the owner by marriage, the captain declined to testify.',
      'By noon the quay was empty.',
      prose('The pilot'),
    ];
    expect(await hiddenIn(text.join('\n\n'))).toEqual([]);
  });

  it('does not take a comment heading in mid-article for the end', async () => {
    const text = ['Title here', prose('One'), 'Comments', prose('Two'), prose('Three')];
    expect(await hiddenIn(text.join('\n\n'))).toEqual([['comment-prompt', 'Comments']]);
  });

  it('hides a foot of links and teasers, but no paragraphs in a row', async () => {
    const teasers = Array.from({ length: 8 }, (_, index) => [
      `Story ${index} of the coast`,
      'Save',
      ...(index % 4 === 2 ? [prose(`Skipper ${index}`)] : []),
    ]).flat();
    const body = [
      'The crossing stays closed',
      ...['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map(prose),
    ];
    const hidden = await hiddenIn([...body, ...teasers].join('\n\n'));
    expect(new Set(hidden.map(([, words]) => words))).toEqual(new Set(teasers));
    const notes = [
      'Notes',
      'Tides',
      ...['Seven', 'Eight'].map((who) => `${prose(who)} ${prose(who)}`),
    ];
    expect(await hiddenIn([...body, ...notes].join('\n\n'))).toEqual([]);
  });

  it('only offers where it would hide most of a text', async () => {
    const text = ['Contact us', 'Privacy Policy', 'Terms of Use', 'Site map', 'Subscribe now'];
    for (const [reason] of await hiddenIn(text.join('\n'))) expect(reason).toMatch(/^offered/);
  });

  it('keeps ranges inside the text, in order, on any input', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('Comments', 'Photo: A', '© 2026 X', 'About the author', prose('She'), '---'),
    );
    return fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 20 }), async (lines) => {
        const bytes = Buffer.from(lines.join('\n\n'));
        const result = await parseFile({ name: 'x', bytes, encoding: 'utf-8' }).catch(() => null);
        for (const { text, hidden } of result?.articles ?? []) {
          let at = 0;
          for (const { start, end } of hidden) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            at = start;
          }
          expect(Math.max(0, ...hidden.map(({ end }) => end))).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

const corpus = resolve(import.meta.dirname, '../../../../../shared/corpus');
const there = existsSync(corpus);
if (!there) console.warn(`SKIPPED: the researcher's five articles are not at ${corpus}`);

describe.skipIf(!there)('the researcher’s five articles (skipped where they are absent)', () => {
  it('hides their boilerplate and not one line of an article', async () => {
    let hiddenLines = 0;
    for (const name of readdirSync(corpus)) {
      const bytes = readFileSync(join(corpus, name));
      const { articles } = await parseFile({ name, bytes });
      const [article] = articles.map(withLayers);
      const squeeze = (text: string) => text.replaceAll(/\s+/g, '');
      expect(squeeze(article?.text ?? '')).toBe(squeeze(bytes.toString('utf8')));
      const hidden = (article?.hidden ?? []).filter(({ by }) => by === 'rule');
      hiddenLines += hidden.length;
      const body = (article?.blocks ?? []).filter(({ start, end }) => {
        const line = article?.text.slice(start, end) ?? '';
        return line.length > 130 && /[.”]$|NEWS$/.test(line) && !/ I am .* I love /.test(line);
      });
      expect(body.length).toBeGreaterThan(6);
      for (const { start, end } of body) {
        expect(hidden.filter((range) => range.start < end && range.end > start)).toEqual([]);
      }
    }
    expect(hiddenLines).toBeGreaterThanOrEqual(29);
    expect(hiddenLines).toBeLessThanOrEqual(32);
  });
});
