import type { Handlers } from '../../../shared/contract/methods.ts';
import { textOf } from './current-text.ts';
import type { LibraryContext } from '../context.ts';

const tidy = (text: string) => text.replaceAll(/\s+/gu, ' ');

/** Cuts at the nearest space, so that no word is shown in half; CJK has none and is cut as it is. */
const trimStart = (text: string, isCut: boolean) =>
  isCut ? text.replace(/^[^\s\p{Script=Han}]{0,20}\s/u, '') : text;
const trimEnd = (text: string, isCut: boolean) =>
  isCut ? text.replace(/\s[^\s\p{Script=Han}]{0,20}$/u, '') : text;

/** The words of places with some of those around them. */
export function excerptHandlers({ db }: LibraryContext): Handlers<'articles.excerpts'> {
  return {
    'articles.excerpts': ({ places, around }) => {
      const articles = new Map<string, ReturnType<typeof textOf>>();
      const items = places.map(({ articleId, start, end }) => {
        const article = articles.get(articleId) ?? textOf(db, articleId);
        articles.set(articleId, article);
        const { text, title } = article;
        const from = Math.max(0, start - around);
        const to = Math.min(text.length, end + around);
        return {
          articleId,
          title,
          start,
          end,
          before: tidy(trimStart(text.slice(from, start), from > 0)),
          words: tidy(text.slice(start, end)),
          after: tidy(trimEnd(text.slice(end, to), to < text.length)),
        };
      });
      return { items };
    },
  };
}
