import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stem } from '../../../shared/text/stem.ts';
import { tokens } from '../../../shared/text/tokens.ts';
import { trickyText } from '../../../shared/text/tricky-text.ts';
import { openDatabase } from '../storage/database.ts';
import { columnsOf } from './columns.ts';

/** The terms SQLite makes of a text with the tokenizer of the index, in order. */
function termsInSqlite(text: string): string[] {
  const db = openDatabase(':memory:');
  try {
    db.exec(`CREATE VIRTUAL TABLE f USING fts5(body, content='', tokenize='ascii');
      CREATE VIRTUAL TABLE v USING fts5vocab(f, 'instance')`);
    db.prepare('INSERT INTO f (rowid, body) VALUES (1, ?)').run(text);
    return db
      .prepare<{ term: string }>('SELECT term FROM v ORDER BY "offset"')
      .all()
      .map(({ term }) => term);
  } finally {
    db.close();
  }
}

describe('columns', () => {
  it('hold exactly the terms of the text', () => {
    const long = fc.nat(200).map((length) => 'x'.repeat(length));
    fc.assert(
      fc.property(fc.array(fc.oneof(trickyText, long), { maxLength: 4 }), (parts) => {
        const text = parts.join('');
        expect(termsInSqlite(columnsOf(text).terms ?? text)).toEqual(
          tokens(text).map(({ term }) => term),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('hold exactly the terms of a text too long to be gone through at once', () => {
    const words = 'Le préfet d’Estholm a déclaré 42 fois 港で述べた ';
    const accents = words.repeat(40_000);
    const unspaced = `Kyoto${'島の港で首相は述べた。'.repeat(3000)}Oslo`;
    const overlong = `${'x'.repeat(200)} `.repeat(6000);
    for (const text of [accents, unspaced, overlong, accents + unspaced]) {
      const terms = (columnsOf(text).terms ?? text).toLowerCase().split(/[^\p{L}\p{N}]+/u);
      expect(terms.filter((term) => term !== '').join(' ')).toBe(
        tokens(text)
          .map(({ term }) => term)
          .join(' '),
      );
    }
  });

  it('hold the stems that differ from their word, and no others', () => {
    const { stems } = columnsOf('The ministers’ meetings were held: 会談 running harbour');
    expect(stems).toBe([stem('ministers'), stem('meetings'), 'run'].join(' '));
  });
});
