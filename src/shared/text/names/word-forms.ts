import { foldWord } from './fold-word.ts';
import { letterCase, type NameWord } from './words.ts';

/**
 * What a word of a running text may be a form of: the same word without what its language writes onto
 * it (Arabic and Hebrew prefixes, a suffix after an apostrophe), or with the ending that stands in a
 * dictionary (Russian, Ukrainian, Greek). From grammars; no list of names. The ranges are those of the
 * name alone, inside the word.
 */
export function formsOf(text: string, word: NameWord): NameWord[] {
  const written = text.slice(word.start, word.end);
  if (arabic.test(written)) return withoutPrefix(word, written, arabicPrefix, arabicForms);
  if (hebrew.test(written)) return withoutPrefix(word, written, hebrewPrefix, (rest) => [rest]);
  const apostrophe = withoutApostrophe(word, written);
  if (cyrillic.test(word.folded)) return [...apostrophe, ...declined(word, cyrillicEndings)];
  if (greek.test(word.folded)) return [...apostrophe, ...declined(word, greekEndings)];
  if (armenian.test(word.folded)) return declined(word, armenianEndings);
  if (georgian.test(word.folded)) return declined(word, georgianEndings);
  return apostrophe;
}

const arabic = /^(?=\p{Script=Arabic})[\p{Script=Arabic}\p{M}]+$/u;
const hebrew = /^(?=\p{Script=Hebrew})[\p{Script=Hebrew}\p{M}]+$/u;
const cyrillic = /^[\p{Script=Cyrillic}]+$/u;
const armenian = /^\p{Script=Armenian}+$/u;
const georgian = /^\p{Script=Georgian}+$/u;
const greek = /^\p{Script=Greek}+$/u;

/** "and", "so", then "by", "to", "as". */
const arabicPrefix = /^(?:[وف]\p{M}*)?(?:[بلك]\p{M}*)?/u;
/** "and", "that", then "in", "to", "from", "as"; the article. */
const hebrewPrefix = /^(?:ו\p{M}*)?(?:ש\p{M}*)?(?:[בלמכ]\p{M}*)?(?:ה\p{M}*)?/u;
/** What is shorter may be a part of another word. */
const shortest = 3;

/** "للسيد" is "ل" and "السيد". */
const arabicForms = (rest: string): string[] =>
  rest.startsWith('ل') ? [rest, `ا${rest}`] : [rest];

function withoutPrefix(
  word: NameWord,
  written: string,
  prefix: RegExp,
  spellings: (rest: string) => string[],
): NameWord[] {
  const [before = ''] = prefix.exec(written) ?? [];
  return [...before.matchAll(/\p{L}\p{M}*/gu)].flatMap(({ index, 0: letter }) => {
    const length = index + letter.length;
    const rest = foldWord(written.slice(length));
    if (rest.length < shortest) return [];
    const form = (folded: string): NameWord => ({ ...word, start: word.start + length, folded });
    return spellings(rest).map(form);
  });
}

/** "Oslo’nun", "L’Ukraine": the name before a suffix, or after an article. */
function withoutApostrophe(word: NameWord, written: string): NameWord[] {
  const [, before, mark = '', after] =
    /^([\p{L}\p{M}]+)(['’ʼ`])([\p{L}\p{M}]+)$/u.exec(written) ?? [];
  if (before === undefined || after === undefined) return [];
  const part = (from: number, to: number, said: string): NameWord => ({
    ...word,
    start: word.start + from,
    end: word.start + to,
    folded: foldWord(said),
    letters: letterCase(said),
  });
  const isSuffix = /^\p{Ll}{1,7}$/u.test(after) && before.length >= shortest;
  const isArticle = /^(?:l|d|qu|dell|all|nell|dall|sull|un)$/iu.test(before);
  return [
    ...(isSuffix ? [part(0, before.length, before)] : []),
    ...(isArticle ? [part(before.length + mark.length, written.length, after)] : []),
  ];
}

type Endings = readonly (readonly [ending: string, inDictionary: readonly string[]])[];

/** Folded (й is и, ё is е), longest first; of nouns and of names declined as adjectives. */
const cyrillicEndings: Endings = [
  ['ского', ['скии', 'ское']],
  ['ого', ['ии', 'ыи', 'ои', 'ое', 'а']],
  ['его', ['ии', 'ее']],
  ['ому', ['ии', 'ыи', 'ои', 'ое']],
  ['ему', ['ии', 'ее']],
  ['ові', ['']],
  ['еві', ['', 'ь']],
  ['ои', ['а', 'ая', 'о']],
  ['ою', ['а', 'ая']],
  ['еи', ['а', 'я', 'ая']],
  ['ею', ['я', 'а']],
  ['ую', ['ая']],
  ['ью', ['ь']],
  ['ом', ['', 'о', 'ии', 'ыи', 'ои']],
  ['ем', ['', 'и', 'ь', 'е', 'ии']],
  ['єм', ['и', 'ь']],
  ['ым', ['', 'ыи', 'ии']],
  ['им', ['', 'ии', 'ыи']],
  ['а', ['', 'о']],
  ['я', ['и', 'ь', 'е']],
  ['у', ['', 'а', 'о']],
  ['ю', ['и', 'ь', 'я']],
  ['е', ['', 'а', 'о', 'я']],
  ['і', ['', 'а', 'я']],
  ['и', ['а', 'я', 'ь']],
  ['ы', ['', 'а']],
];

/** Genitive, accusative: "-ου" and "-ο" of "-ος", "-η" of "-ης", "-ας" of "-α". */
const greekEndings: Endings = [
  ['ου', ['οσ', 'ο', 'ησ', 'ασ']],
  ['ο', ['οσ']],
  ['η', ['ησ']],
  ['α', ['ασ']],
  ['ησ', ['η']],
  ['ασ', ['α']],
];

const armenianEndings: Endings = ['ը', 'ն', 'ի', 'ին', 'ից', 'ով', 'ում'].map((one) => [one, ['']]);
const georgianEndings: Endings = [
  ['მა', ['', 'ი']],
  ['ის', ['', 'ი', 'ა', 'ე']],
  ['ით', ['', 'ი']],
  ['მ', ['']],
  ['ს', ['', 'ი']],
];

function declined(word: NameWord, endings: Endings): NameWord[] {
  const found = new Set<string>();
  for (const [ending, inDictionary] of endings) {
    const stem = word.folded.slice(0, -ending.length);
    if (stem.length < shortest - 1 || !word.folded.endsWith(ending)) continue;
    for (const last of inDictionary) if ((stem + last).length >= shortest) found.add(stem + last);
  }
  found.delete(word.folded);
  return Array.from(found, (folded) => ({ ...word, folded }));
}

/**
 * How a text that holds a form of a folded word can be found by its beginning: words that a form may
 * be written as, and beginnings of others. Finds more than the forms.
 */
export function searchForms(folded: string): { words: string[]; beginnings: string[] } {
  if (arabic.test(folded)) {
    const persian = folded.replaceAll('ي', 'ی').replaceAll('ك', 'ک');
    const written = (word: string): string[] => {
      const joined = word.startsWith('ال') ? beforeArticle.map((one) => one + word.slice(1)) : [];
      return beforeArabic.map((prefix) => prefix + word).concat(joined);
    };
    const words = [folded, persian].flatMap(written);
    return { words: [...new Set(words)], beginnings: [] };
  }
  if (hebrew.test(folded))
    return { words: beforeHebrew.map((prefix) => prefix + folded), beginnings: [] };
  if (!declining.test(folded)) return { words: [folded], beginnings: [] };
  const stem = /^(.{2,}?)[аяоеиыуюьіασηοςუაიეო]{0,2}$/u.exec(folded)?.[1] ?? folded;
  return { words: [], beginnings: [stem] };
}

const declining =
  /^(?:\p{Script=Cyrillic}+|\p{Script=Greek}+|\p{Script=Armenian}+|\p{Script=Georgian}+)$/u;
const each = (one: string, two: string): string[] =>
  ['', ...Array.from(one)].flatMap((first) =>
    ['', ...Array.from(two)].map((second) => first + second),
  );
/** "للسيد" of "السيد". */
const beforeArticle = ['ل', 'ول', 'فل'];
const beforeArabic = each('وف', 'بلك');
const beforeHebrew = each('ו', 'ש').flatMap((first) =>
  each('בלמכ', 'ה').map((second) => first + second),
);
