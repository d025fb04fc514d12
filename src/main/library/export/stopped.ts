/** Words with a full stop behind them, unless they end as a sentence does. */
export const stopped = (words: string): string =>
  /[.…?!。？！؟]["'”’»」』“‘]?[\u200E\u200F]?$/u.test(words) ? words : `${words}.`;
