import { sha256 } from '../../storage/originals/original-name.ts';

/** A UUID (version 8) that is the same whenever the same words ask for it. */
export function derivedId(...words: readonly string[]): string {
  const hex = sha256(words.join('\n'));
  const variant = ((Number.parseInt(hex.charAt(16), 16) % 4) + 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
