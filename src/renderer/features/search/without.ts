/** The query without the part at `[start, end)` (UTF-16), and without the minus before it. */
export const without = (q: string, { start, end }: { start: number; end: number }): string =>
  `${q.slice(0, start).replace(/-$/, '')} ${q.slice(end)}`.replace(/\s+/g, ' ').trim();
