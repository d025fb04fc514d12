import type { Block, HiddenRange } from '../../../../../shared/model/ranges.ts';
import { readFragment } from './page.ts';
import { sameWords } from './same-words.ts';

interface Read {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly hidden: readonly HiddenRange[];
}

/**
 * What a reader sees of a text, without its title: for measuring how much of an article is shown.
 * Readers of pages differ in whether they give the title with the text, so it is set aside.
 */
export function shownWords({ text, blocks, hidden }: Read, title: string): string {
  const gaps = [
    ...hidden.filter(({ by }) => by !== 'offered'),
    ...blocks.filter(({ start, end }) => sameWords(text.slice(start, end), title)),
  ].sort((one, other) => one.start - other.start);
  let shown = '';
  let at = 0;
  for (const { start, end } of gaps) {
    shown += `${text.slice(at, Math.max(at, start))} `;
    at = Math.max(at, end);
  }
  return shown + text.slice(at);
}

/** The same of markup that is an article already. */
export const wordsOfMarkup = (markup: string, title: string): string =>
  shownWords(readFragment(markup), title);
