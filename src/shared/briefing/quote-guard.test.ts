import { describe, expect, it } from 'vitest';
import { coverage } from './coverage.ts';
import { readDocument } from './document-text.ts';
import { contentFromMarkdown } from './markdown/read.ts';
import { guardQuotes, type CitedPassage } from './quote-guard.ts';

const passage = (annotationId: string, quote: string): [string, CitedPassage] => [
  annotationId,
  { annotationId, articleId: 'harbour', quote, context: null },
];

function guarded(markdown: string, ...passages: [string, CitedPassage][]) {
  const document = readDocument(contentFromMarkdown(markdown));
  const { sentences } = coverage(document, () => true);
  return guardQuotes(document, sentences, new Map(passages)).map(({ text, found }) => [
    text,
    found?.verdict,
    found?.passage.annotationId,
  ]);
}

describe('the quote guard', () => {
  it('takes a passage that has the words over one that has others nearly like them', () => {
    const whole = passage('whole', 'I would rather begin with the people of this town.');
    const near = passage('near', 'begin with the peoples');
    for (const cited of ['[@whole][@near]', '[@near][@whole]']) {
      const markdown = `He would “begin with the people”.${cited}`;
      expect(guarded(markdown, whole, near)).toEqual([
        ['begin with the people', 'trimmed', 'whole'],
      ]);
    }
  });

  it('looks around a passage for words that reach into it, not for those beside it', () => {
    const text = '雨が降った。雲が晴れた。港は静か。';
    const marked = (words: string): [string, CitedPassage] => {
      const start = text.indexOf(words);
      const context = { text, start, end: start + words.length };
      return ['mark', { annotationId: 'mark', articleId: 'harbour', quote: words, context }];
    };
    const of = (quotation: string) =>
      guarded(`彼は「${quotation}」と書いた。[@mark]`, marked('雲が晴れた。'))[0]?.[1];
    expect(of('雨が降った。雲が晴れた')).toBe('verbatim');
    expect(of('雲が晴れた。港は静か')).toBe('verbatim');
    expect(of('雨が降った。')).toBeUndefined();
    expect(of('港は静か。')).toBeUndefined();
  });

  it('asks the passages of the paragraph where the sentence cites none', () => {
    const waits = passage('waits', 'We wait for the tide.');
    expect(guarded('“We wait for the tide.” It turned late.[@waits]', waits)).toEqual([
      ['We wait for the tide.', 'verbatim', 'waits'],
    ]);
    expect(guarded('“We wait for the tide.”\n\nIt turned late.[@waits]', waits)).toEqual([
      ['We wait for the tide.', undefined, undefined],
    ]);
  });

  it('reads a block quotation as one, but for marks of its own', () => {
    const waits = passage('waits', 'He said “We wait for the tide” and left.');
    const plain = guarded('> It turned late.[@waits]', waits);
    expect(plain.map(([text]) => text)).toEqual(['It turned late.']);
    expect(guarded('> He said “We wait for the tide” and left.[@waits]', waits)).toEqual([
      ['We wait for the tide', 'verbatim', 'waits'],
    ]);
  });
});
