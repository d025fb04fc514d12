import { expect } from 'vitest';
import { parseFile } from '../../parse.ts';
import { withLayers } from '../../test-layers.ts';

/**
 * An export as an import reads it: of each article the lines shown, the reasons of hidden ones and
 * the values that are certain. Every value must have been read where its evidence says.
 */
export async function readExport(name: string, bytes: Uint8Array | string) {
  const given = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const { format, articles, failed } = await parseFile({ name, bytes: given });
  return {
    format,
    failed: failed.map(({ error }) => error.message),
    articles: articles.map(withLayers).map(({ text, hidden, blocks, proposals }) => {
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

export const ferry = [
  'The harbour board put off the ferry vote on Tuesday.',
  'It meets again in May, the harbour master said.',
];
export const bridge = ['The old bridge closes for two weeks, the council said on Friday.'];
