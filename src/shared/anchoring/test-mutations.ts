import * as fc from 'fast-check';

/** A text in three parts; the middle one is the passage. */
export interface Parts {
  readonly before: string;
  readonly passage: string;
  readonly after: string;
}

/** Changes a text; a passage of null has been taken out. */
export type Mutation = (parts: Parts, filler: string) => { [K in keyof Parts]: Parts[K] | null };

const each =
  (change: (text: string) => string): Mutation =>
  ({ before, passage, after }) => ({
    before: change(before),
    passage: change(passage),
    after: change(after),
  });

const intoHalf = (text: string, piece: string): string => {
  const at = text.indexOf(' ', Math.floor(text.length / 3));
  return at < 0 ? `${text} ${piece} ` : `${text.slice(0, at)} ${piece}${text.slice(at)}`;
};

/** What re-importing or correcting an article does to its text. */
export const mutations = {
  nothing: each((text) => text),
  'white space': each((text) => text.replaceAll(' ', '  ').replaceAll('\n', ' \n\n ')),
  NFC: each((text) => text.normalize('NFC')),
  NFD: each((text) => text.normalize('NFD')),
  'soft hyphens': each((text) => text.replaceAll(/(?<=\p{L}{2})(?=\p{L}{3})/gu, '\u00ad')),
  CRLF: each((text) => text.replaceAll('\n', '\r\n')),
  'typographic quotes': each((text) => text.replaceAll("'", '’').replaceAll('"', '“')),
  'paragraphs in': ({ before, passage, after }, filler) => ({
    before: `${filler}\n${before}`,
    passage,
    after: `${after}\n${filler}`,
  }),
  'paragraphs out': ({ before, passage, after }) => ({
    before: before.slice(before.indexOf('\n') + 1),
    passage,
    after: after.slice(0, Math.max(40, after.lastIndexOf('\n'))),
  }),
  'a word in the passage': ({ before, passage, after }) => ({
    before,
    passage: intoHalf(passage, 'zyx').trim(),
    after,
  }),
  'the passage repeated elsewhere': ({ before, passage, after }, filler) => ({
    before: `${intoHalf(filler, passage)}\n${before}`,
    passage,
    after: `${after}\n${intoHalf(filler.split(' ').reverse().join(' '), passage)}`,
  }),
  'the passage taken out': ({ before, after }) => ({ before, passage: null, after }),
  'the passage taken out, its words elsewhere': ({ before, passage, after }, filler) => ({
    before: `${intoHalf(filler, passage)}\n${before}`,
    passage: null,
    after,
  }),
  'another text': (_parts, filler) => ({ before: filler, passage: null, after: filler }),
} as const satisfies Record<string, Mutation>;

const words = fc.constantFrom(
  ...`the of and to in said that minister talks agreed border treaty ceasefire envoy on Monday for
  council resolution déjà naïve coöperate señor Škoda Ångström cliché "yes" it's don't 😀 👩‍🚀 🇺🇳
  שלום וביטחון مرحبا بالعالم سلام 会談 首脳 合意した 発表 평화 회담 дипломат переговоры 12 2024 3.5 %`.split(
    /\s+/u,
  ),
);

const sentence = fc
  .array(words, { minLength: 4, maxLength: 14 })
  .map((list) => `${list.join(' ')}.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
const paragraphs = (minLength: number) =>
  fc.array(paragraph, { minLength, maxLength: 5 }).map((list) => list.join('\n'));

/** Of two copies side by side nobody can say which one was taken out. */
const standsAlone = ({ before, passage, after }: Parts) =>
  !before.trimEnd().endsWith(passage) && !after.trimStart().startsWith(passage);

/** Texts of a few paragraphs with a passage of a few words, and other paragraphs to put in. */
export const anchoredTexts = fc
  .record({
    before: paragraphs(2).map((text) => `${text} `),
    passage: fc.array(words, { minLength: 2, maxLength: 25 }).map((list) => list.join(' ')),
    after: paragraphs(2).map((text) => ` ${text}`),
    filler: paragraphs(2),
  })
  .filter(standsAlone);
