/**
 * The row a key moves to from row `index` of `count`: arrows, PageUp and PageDown over `page` rows,
 * Home and End. Null for any other key.
 */
export function movedRow(key: string, index: number, page: number, count: number): number | null {
  const moves: Record<string, number> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1,
  };
  const moved = moves[key];
  return moved === undefined ? null : Math.min(count - 1, Math.max(0, moved));
}
