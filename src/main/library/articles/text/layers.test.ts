import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from './canonical.ts';
import { LayerBuilder, type BlockDraft } from './layers.ts';

const kinds = ['paragraph', 'heading', 'list-item', 'table-row', 'preformatted'] as const;
const runText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.stringMatching(/^[ \n\t\u00a0\r\u2028ab]{0,8}$/),
);
const drafts: fc.Arbitrary<BlockDraft[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    runs: fc.array(
      fc.record({
        text: runText,
        marks: fc.subarray([{ kind: 'emphasis' as const }, { kind: 'strong' as const }]),
        hidden: fc.boolean(),
      }),
      { maxLength: 5 },
    ),
  }),
  { maxLength: 8 },
);

describe('LayerBuilder', () => {
  it('makes canonical text whose blocks are in order with only white space between', () => {
    fc.assert(
      fc.property(drafts, (all) => {
        const builder = new LayerBuilder();
        for (const draft of all) builder.add(draft);
        const { text, blocks, marks } = builder.finish();
        expect(canonicalText(text)).toBe(text);
        let at = 0;
        for (const { start, end } of blocks) {
          expect(text.slice(at, start).trim()).toBe('');
          expect(start).toBeLessThan(end);
          at = end;
        }
        expect(at).toBe(text.length);
        for (const { start, end } of marks) expect(start).toBeLessThan(end);
      }),
    );
  });

  it('loses no character but white space', () => {
    fc.assert(
      fc.property(drafts, (all) => {
        const builder = new LayerBuilder();
        for (const draft of all) builder.add(draft);
        const bare = (text: string) => text.replaceAll(/\s|\u0085/g, '');
        const given = all.flatMap((draft) => draft.runs.map((run) => run.text));
        expect(bare(builder.finish().text)).toBe(
          given.map((text) => bare(text.replaceAll('\0', '\uFFFD').toWellFormed())).join(''),
        );
      }),
    );
  });

  it('hides the words of hidden runs and no others, unless there are no others', () => {
    const bare = (text: string) => text.replaceAll(/\s|\u0085/g, '');
    const wordsOf = (all: readonly BlockDraft[], isHidden: boolean) =>
      all
        .flatMap(({ runs }) => runs.filter(({ hidden }) => hidden === isHidden))
        .map(({ text }) => bare(text.replaceAll('\0', '\uFFFD').toWellFormed()))
        .join('');
    fc.assert(
      fc.property(drafts, (all) => {
        const builder = new LayerBuilder();
        for (const draft of all) builder.add(draft);
        const { text, hidden, blocks } = builder.finish();
        const isAnyShown = wordsOf(all, false) !== '';
        const gone = hidden.map(({ start, end }) => bare(text.slice(start, end))).join('');
        expect(gone).toBe(isAnyShown ? wordsOf(all, true) : '');
        let at = 0;
        for (const { start, end } of hidden) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(blocks.some((block) => block.start <= start && end <= block.end)).toBe(true);
          at = end;
        }
      }),
    );
  });

  it('keeps the place of empty cells, but for those at the end of a row', () => {
    const cell = fc.constantFrom('', ' ', 'one', 'two words', ' three ', 'a\nb', '\n');
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (row) => {
        const tab = { text: '\t', marks: [] };
        const runs = row.flatMap((text, i) => [...(i === 0 ? [] : [tab]), { text, marks: [] }]);
        const builder = new LayerBuilder();
        builder.add({ kind: 'paragraph', runs: [{ text: 'Before', marks: [] }] });
        builder.add({ kind: 'table-row', runs });
        const { text, blocks } = builder.finish();
        expect(canonicalText(text)).toBe(text);
        const words = row.map((one) => one.trim());
        const used = words.slice(0, words.findLastIndex((one) => one !== '') + 1);
        const [, block] = blocks;
        expect(block === undefined ? [] : text.slice(block.start, block.end).split('\t')).toEqual(
          used,
        );
      }),
    );
  });

  it('collapses white space across runs and joins marks that go on', () => {
    const builder = new LayerBuilder();
    const link = { kind: 'link', href: 'https://example.org/' } as const;
    builder.add({
      kind: 'paragraph',
      runs: [
        { text: '  The ', marks: [] },
        { text: ' old ', marks: [link] },
        { text: 'harbour', marks: [link, { kind: 'strong' }] },
        { text: ' \n next ', marks: [] },
      ],
    });
    expect(builder.finish()).toEqual({
      text: 'The old harbour\nnext',
      blocks: [{ start: 0, end: 20, kind: 'paragraph' }],
      hidden: [],
      marks: [
        { ...link, start: 4, end: 15 },
        { kind: 'strong', start: 8, end: 15 },
      ],
    });
  });
});
