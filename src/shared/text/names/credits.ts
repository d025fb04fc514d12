import type { TextRange } from '../../model/ranges.ts';

/**
 * What stands before the names of those who took a picture: "Photo:", "Picture by", "AP Photo/",
 * "Image courtesy of".
 */
const opening =
  /\b(?:(?:file|handout|stock)\s)?(?:photo(?:graph)?s?|pictures?|pics?|images?|foto|illustration)\b(?:\s(?:credits?|courtesy(?:\sof)?|by))?\s?(?:[:/]|(?<=\b(?:by|of|courtesy))\s)/giu;
/** "REUTERS/" before a name. */
const agency =
  /\b(?:Reuters|AFP|AP|EPA(?:-EFE)?|EFE|DPA|ANSA|Kyodo|Xinhua|Yonhap|TASS|Getty(?:\sImages)?|Shutterstock|Alamy)\//giu;

const longest = 80;
/** Words of a credit that are written small. */
const joining = /^(?:via|for|of|by|and|the|de|van|von|der|den|al|bin|pool|handout|file)$/u;

/** The names that follow `from` up to the end of a line, a sentence or a bracket; else nothing. */
function namesAfter(text: string, from: number): TextRange | undefined {
  const [said = ''] = /^[^\n()[\]“”"]*/u.exec(text.slice(from, from + longest)) ?? [];
  const [, sentence = said] = /^(.*?\p{Ll}{2,})\.(?:\s|$)/u.exec(said) ?? [];
  if (said.length === longest && sentence === said) return undefined;
  const words = sentence.match(/[\p{L}\p{N}][\p{L}\p{N}.’'-]*/gu) ?? [];
  const areNames = words.every((word) => /^\p{Lu}/u.test(word) || joining.test(word));
  return words.length > 0 && areNames ? { start: from, end: from + sentence.length } : undefined;
}

/**
 * Where a text says who took a picture. Those named there do nothing in the story. Ranges in order,
 * apart from each other.
 */
export function pictureCredits(text: string): TextRange[] {
  const found: TextRange[] = [];
  const places = [...text.matchAll(opening), ...text.matchAll(agency)].sort(
    (a, b) => a.index - b.index,
  );
  for (const match of places) {
    if (match.index < (found.at(-1)?.end ?? 0)) continue;
    const names = namesAfter(text, match.index + match[0].length);
    if (names !== undefined) found.push({ start: match.index, end: names.end });
  }
  return found;
}
