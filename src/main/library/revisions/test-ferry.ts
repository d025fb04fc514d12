import type { testLibrary } from '../test-library.ts';

export const title = 'Ferry vote in Estholm';
export const opening = 'The board of Estholm voted on Tuesday to keep the ferry, Orla Quinn said.';
export const middle = 'A second boat was never part of the plan, the harbour office wrote in May.';
export const prompt = 'Sign up for our newsletter';
export const closing = 'It will meet again before the summer, and Orla Quinn will lead the talks.';
export const text = [title, opening, middle, prompt, closing].join('\n\n');
/** The middle paragraph replaced by others, so that the closing one stands elsewhere. */
export const added = 'Nothing else was decided in the long night, and most members had left early.';
export const changed = [
  title,
  opening,
  added,
  added.replace('long', 'short'),
  prompt,
  closing,
].join('\n\n');

/** Where `words` first stand in `source`. */
export function placeOf(words: string, source = text) {
  const start = source.indexOf(words);
  if (start < 0) throw new Error(`No "${words}"`);
  return { start, end: start + words.length };
}

/** Imports the article; answers its id. */
export async function addFerry(library: ReturnType<typeof testLibrary>): Promise<string> {
  const { imported } = await library.call('import.run', {
    sources: [{ name: 'ferry.txt', text }],
  });
  return imported[0]?.articleId ?? '';
}
