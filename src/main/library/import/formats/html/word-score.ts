/** Words, and the single characters of scripts that write none apart. */
const word =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]|(?:(?![\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}])[\p{L}\p{N}])+/gu;
const words = (text: string): string[] => text.toLowerCase().match(word) ?? [];

/** How the words of `got` agree with those of `wanted`, as bags: precision, recall and F1, 0 to 1. */
export function wordScore(got: string, wanted: string) {
  const left = new Map<string, number>();
  const expected = words(wanted);
  for (const word of expected) left.set(word, (left.get(word) ?? 0) + 1);
  const found = words(got);
  let hits = 0;
  for (const word of found) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    hits += 1;
  }
  const precision = found.length === 0 ? 1 : hits / found.length;
  const recall = expected.length === 0 ? 1 : hits / expected.length;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}
