import type { Attached, ImportFailure } from './import.ts';

/** What came of an import's records, and of what could not be imported. */
export interface Outcome {
  /** Ids of articles that got a value they did not have. */
  readonly filled: readonly string[];
  /** Records whose articles had all of it. */
  readonly nothingNew: readonly Attached[];
  /** Records that describe no article. */
  readonly unmatched: readonly ImportFailure[];
  /** Files that were not read. */
  readonly unread: readonly ImportFailure[];
}

const isUnmatched = ({ code }: ImportFailure): boolean => code === 'no-match';

/** A record that describes no article is no file that cannot be read. */
export const failuresOf = (
  failed: readonly ImportFailure[],
): Pick<Outcome, 'unmatched' | 'unread'> => ({
  unmatched: failed.filter(isUnmatched),
  unread: failed.filter((failure) => !isUnmatched(failure)),
});

/** Tells the records of an import apart by what they did. */
export function outcomeOf({
  attached,
  failed,
}: {
  readonly attached: readonly Attached[];
  readonly failed: readonly ImportFailure[];
}): Outcome {
  const filling = attached.filter(({ filled }) => filled.length > 0);
  return {
    filled: [...new Set(filling.map(({ articleId }) => articleId))],
    nothingNew: attached.filter(({ filled }) => filled.length === 0),
    ...failuresOf(failed),
  };
}
