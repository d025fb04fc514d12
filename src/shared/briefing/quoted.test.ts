import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoted } from './quoted.ts';
import { quoteTokens } from './quote-tokens.ts';

test('a passage gets marks around it, unless one pair holds all of it', () => {
  expect(quoted('we\nsail')).toBe('“we sail”');
  expect(quoted('船は出た')).toBe('「船は出た」');
  expect(quoted('“We\nsail.”')).toBe('“We sail.”');
  expect(quoted('"We sail".')).toBe('"We sail".');
  expect(quoted('«Nous partons»')).toBe('«Nous partons»');
});

test('marks inside change with their depth', () => {
  expect(quoted('Ada said: “We sail.”')).toBe('“Ada said: ‘We sail.’”');
  expect(quoted('Ada said: "We don\'t sail."')).toBe("“Ada said: ‘We don't sail.’”");
  expect(quoted('“We sail,” Ada said, “at noon.”')).toBe('“‘We sail,’ Ada said, ‘at noon.’”');
  expect(quoted('Ada: “Ben said ‘no’ twice.”')).toBe('“Ada: ‘Ben said “no” twice.’”');
  expect(quoted('アダは「船は出た」と言った')).toBe('「アダは『船は出た』と言った」');
  expect(quoted('アダは「『波』を読む」と言った')).toBe('「アダは『「波」を読む』と言った」');
});

test.each([
  ['de', 'Ada sagte: „Wir segeln.“', '„Ada sagte: ‚Wir segeln.‘“'],
  ['fr', 'Ada a dit : «Nous partons.»', '«\u00A0Ada a dit : “Nous partons.”\u00A0»'],
  ['es', 'Ada dijo: “Zarpamos.”', '«Ada dijo: “Zarpamos.”»'],
  ['ar', 'قالت: «سنبحر»', '«قالت: “سنبحر”»'],
  ['ja', 'We sail', '「We sail」'],
  ['ko', '“배가 떠난다”고 했다', '“‘배가 떠난다’고 했다”'],
  ['de', '船は出た', '「船は出た」'],
])('in %s the marks of %s are those of the language', (language, passage, words) => {
  expect(quoted(passage, language)).toBe(words);
});

test('a mark left open at an edge is the outer one', () => {
  expect(quoted('“We sail at')).toBe('“We sail at”');
  expect(quoted('sail at noon.”')).toBe('“sail at noon.”');
});

test('only quotation marks change, whatever the passage', () => {
  const piece = fc.constantFrom('We', 'sail', ' ', '“', '”', '"', '‘', '’', "'", '「', '」', ', ');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const passage = pieces.join('');
      const forms = (text: string) => quoteTokens(text.replaceAll(/["“”‘’'「」『』]/gu, ' '));
      expect(forms(quoted(passage)).map(({ form }) => form)).toEqual(
        forms(passage).map(({ form }) => form),
      );
    }),
  );
});
