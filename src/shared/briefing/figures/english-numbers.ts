const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const small = new Map([
  ...units.map((word, value) => [word, value] as const),
  ...tens.map((word, index) => [word, 20 + 10 * index] as const),
]);

/** Words that multiply what stands before them. */
export const englishScales: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

const names = [...small.keys(), ...englishScales.keys()].join('|');

/** A number in words: "forty-two", "two hundred and five", "three million". Begins with no scale. */
export const englishNumber = `(?:${[...small.keys()].join('|')})(?:(?:[ -]| and )(?:${names}))*`;

/** The value of a number that `englishNumber` matched; null where its words make none. */
export function readEnglish(words: string): number | null {
  let total = 0;
  let group = 0;
  let last = Infinity;
  for (const word of words.toLowerCase().split(/[ -]+(?:and )?/u)) {
    const value = small.get(word);
    const scale = englishScales.get(word);
    if (value !== undefined) {
      // "twenty five" is one number, "five six" and "five twenty" are two.
      if (last < 100 && !(last >= 20 && value < 10 && value > 0)) return null;
      group += value;
      last = value;
    } else if (scale !== undefined && scale <= 100) {
      group *= scale;
      last = Infinity;
    } else if (scale !== undefined) {
      total += group * scale;
      group = 0;
      last = Infinity;
    }
  }
  return total + group;
}
