import * as fc from 'fast-check';

/** Characters that have broken programs about text: one sample of each kind. */
const pieces = [
  'summit',
  'Seo Han-bit',
  "don't",
  'É',
  'e\u0301',
  'a\u0308\u0323',
  '\u0301',
  'ß',
  'İ',
  'ſ',
  'ΑΣ',
  '👍🏽',
  '👩‍👩‍👧',
  '𝒜',
  '𠮷野家',
  '首脳会談',
  'がギ',
  'ｶﾞﾊﾟ',
  'か\u3099',
  '㌔㎏',
  '한국',
  '한'.normalize('NFD'),
  'שָׁלוֹם',
  'مُحَمَّد',
  'हिन्दी',
  'ภาษาไทย',
  '\u202Ertl\u202C',
  'co\u00ADop',
  '\u200D',
  '\uFEFF',
  '\0',
  '\uD83D',
  '\uDE00',
  '１２３',
  '½',
  '½㈱℃',
  '“x”',
  '3.5',
  '1,000',
  ' ',
  '\n',
  '-',
  '"',
  '(',
  ')',
  '*',
  '~',
  ':',
];

/** For property tests: text of such pieces, of any code units, and of plain characters. */
export const trickyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...pieces) },
      { weight: 2, arbitrary: fc.string({ maxLength: 6 }) },
      {
        weight: 2,
        arbitrary: fc
          .array(fc.nat(0xffff), { maxLength: 4 })
          .map((codes) => String.fromCharCode(...codes)),
      },
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
