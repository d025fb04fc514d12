import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnWidths } from './column-widths.ts';

const cell = (text: string, colSpan = 1) => ({
  type: 'tablecell',
  colSpan,
  children: [{ type: 'paragraph', children: [{ type: 'text', text }] }],
});
const table = (...rows: readonly (readonly string[])[]) =>
  rows.map((cells) => ({ type: 'tablerow', children: cells.map((text) => cell(text)) }));

const width = 9000;
const total = (widths: readonly number[]) => widths.reduce((sum, each) => sum + each, 0);

describe('the widths of columns', () => {
  it('follow what stands in them', () => {
    const [who = 0, says = 0, since = 0] = columnWidths(
      table(
        ['Actor', 'Position', 'Since'],
        ['Harbour office', 'The pier opens on Monday, whatever the weather is like', 'April 2031'],
      ),
      width,
    );
    expect(says).toBeGreaterThan(who);
    expect(who).toBeGreaterThan(since * 0.9);
    expect(total([who, says, since])).toBeLessThanOrEqual(width);
  });

  it('count a cell over several columns as all of them', () => {
    const rows = [{ type: 'tablerow', children: [cell('Both', 2)] }, ...table(['a', 'b'])];
    expect(columnWidths(rows, width)).toEqual([4500, 4500]);
  });

  it('are positive and fill the width, whatever the table holds', () => {
    const words = fc.stringMatching(/^[ a-z日]{0,80}$/u);
    fc.assert(
      fc.property(fc.array(fc.array(words, { maxLength: 8 }), { maxLength: 5 }), (rows) => {
        const widths = columnWidths(table(...rows), width);
        expect(Math.min(...widths)).toBeGreaterThan(0);
        expect(total(widths)).toBeGreaterThan(width - widths.length - 1);
        expect(total(widths)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
