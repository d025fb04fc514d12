import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.ts';

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** A CSV reader of its own, after RFC 4180. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let index = 0; index < csv.length; index += 1) {
    const char = csv[index] ?? '';
    if (quoted) {
      if (char !== '"') cell += char;
      else if (csv[index + 1] === '"') cell += csv[(index += 1)] ?? '';
      else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ',' || char === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (char === '\n') rows.push([]);
    } else if (char !== '\r') cell += char;
  }
  rows.pop();
  return rows;
}

describe('CSV', () => {
  it('is read back with every cell as it was, or with an apostrophe before a formula', () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...Array.from('=+-@\t\r\n ",;a')) }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(value, { minLength: 2, maxLength: 2 }), { minLength: 1 }),
        (rows) => {
          const text = textOf(toCsv(rows));
          expect(text.startsWith('\ufeff')).toBe(true);
          const read = parse(text.slice(1));
          expect(read.length).toBe(rows.length);
          for (const [index, row] of rows.entries()) {
            for (const [column, cell] of row.entries()) {
              const back = read[index]?.[column] ?? '';
              expect([cell, `'${cell}`]).toContain(back);
              expect(back).not.toMatch(/^\s*[=+\-@]/u);
            }
          }
        },
      ),
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\n=1', '\r', '＝1'])(
    'makes %j inert',
    (cell) => {
      expect(parse(textOf(toCsv([[cell]])).slice(1))).toEqual([[`'${cell}`]]);
    },
  );

  it('quotes what parts cells in any country: commas, semicolons, tabs', () => {
    expect(textOf(toCsv([['a,b', 'a;b', 'a\tb', 'a b']]))).toBe('\ufeff"a,b","a;b","a\tb",a b\r\n');
  });

  it('leaves numbers as numbers', () => {
    expect(textOf(toCsv([[-1, 2.5]]))).toBe('\ufeff-1,2.5\r\n');
  });
});
