import { foldString } from '../../../shared/text/fold.ts';

/** Tells whether texts have, together, all of `words`, whatever their case, accents and width. */
export function hasWords(words: string): (texts: readonly string[]) => boolean {
  const wanted = foldString(words).split(/\s+/u).filter(Boolean);
  if (wanted.length === 0) return () => true;
  return (texts) => {
    const all = foldString(texts.join('\n'));
    return wanted.every((word) => all.includes(word));
  };
}
