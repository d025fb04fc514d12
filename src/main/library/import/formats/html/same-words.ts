const letters = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

/** Whether two lines say the same, marks and spaces aside. Lines without a letter say nothing. */
export function sameWords(a: string, b: string): boolean {
  const words = letters(a);
  return words !== '' && words === letters(b);
}
