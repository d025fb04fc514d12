const digits = new Map(
  Array.from('〇一二三四五六七八九', (digit, value) => [digit, value] as const),
);
const places = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const myriads = new Map([
  ['万', 1e4],
  ['萬', 1e4],
  ['만', 1e4],
  ['億', 1e8],
  ['亿', 1e8],
  ['억', 1e8],
  ['兆', 1e12],
  ['조', 1e12],
]);

const group = '[\\d.,〇一二三四五六七八九十百千]+';

/** Chinese numerals, and digits with the myriads that Japanese, Chinese and Korean count in. */
export const cjkNumber = `${group}(?:[万萬만億亿억兆조](?:${group})?)*`;

/** What stands before one myriad: 1,200, 四十二, 5千, or 二〇三一 digit by digit. */
function readGroup(words: string): number | null {
  if (words.length > 1 && Array.from(words).every((mark) => digits.has(mark))) {
    return Number(
      Array.from(words)
        .map((mark) => digits.get(mark))
        .join(''),
    );
  }
  let total = 0;
  let last: number | null = null;
  for (const [token] of words.matchAll(/[\d.,]+|./gu)) {
    const place = places.get(token);
    if (place === undefined) last = digits.get(token) ?? Number(token.replaceAll(',', ''));
    else {
      total += (last ?? 1) * place;
      last = null;
    }
  }
  const value = total + (last ?? 0);
  return Number.isNaN(value) ? null : value;
}

/** The value of a number that `cjkNumber` matched: 四十二, 1200万, 3億5千万; null where it is none. */
export function readCjk(words: string): number | null {
  let total = 0;
  let group = '';
  for (const mark of words) {
    const myriad = myriads.get(mark);
    if (myriad === undefined) group += mark;
    else {
      const value = readGroup(group);
      if (value === null) return null;
      total += value * myriad;
      group = '';
    }
  }
  const rest = group === '' ? 0 : readGroup(group);
  return rest === null ? null : total + rest;
}
