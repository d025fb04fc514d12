interface Stretch {
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
}

const commonOf = (a: Stretch, b: Stretch): number =>
  a.articleId === b.articleId ? Math.min(a.end, b.end) - Math.max(a.start, b.start) : 0;

/** The statements that share words with a passage, the most in common first. */
export const saidOver = <S extends Stretch>(passage: Stretch, statements: readonly S[]): S[] =>
  statements
    .map((statement) => ({ statement, common: commonOf(passage, statement) }))
    .filter(({ common }) => common > 0)
    .toSorted((a, b) => b.common - a.common)
    .map(({ statement }) => statement);
