import type { Statement } from '../../../shared/model/actor.ts';
import type { ArticleSummary } from '../../../shared/model/article.ts';

export type SaidSort = 'date' | 'source' | 'kind' | 'words';
/** `said`: as the speaker. `other`: as the one spoken to or about. */
export type SaidRole = 'said' | 'other';

export interface SaidRow {
  readonly statement: Statement;
  readonly article: ArticleSummary | undefined;
}

export interface SaidView {
  readonly role: SaidRole;
  readonly kind: Statement['kind'] | null;
  /** Words that the statement, its outlet or its article's title must hold. */
  readonly text: string;
  readonly sort: SaidSort;
  readonly descending: boolean;
}

const folded = (words: string) => words.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

const keyOf = ({ statement, article }: SaidRow, sort: SaidSort): string => {
  if (sort === 'date') return article?.issued ?? '';
  if (sort === 'source') return folded(article?.['container-title'] ?? '');
  return sort === 'kind' ? statement.kind : folded(statement.quote);
};

/**
 * The statements of an actor that a view asks for, in its order. What has no date or outlet comes
 * last either way; within equals the text's order stays.
 */
export function saidRows(rows: readonly SaidRow[], actorId: string, view: SaidView): SaidRow[] {
  const wanted = folded(view.text).split(/\s+/u).filter(Boolean);
  const shown = rows.filter(({ statement, article }) => {
    if ((statement.speaker === actorId) !== (view.role === 'said')) return false;
    if (view.kind !== null && statement.kind !== view.kind) return false;
    const words = folded(
      `${statement.quote} ${article?.title ?? ''} ${article?.['container-title'] ?? ''}`,
    );
    return wanted.every((word) => words.includes(word));
  });
  const sign = view.descending ? -1 : 1;
  return shown.toSorted((one, other) => {
    const [a, b] = [keyOf(one, view.sort), keyOf(other, view.sort)];
    if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
    return a === b ? 0 : a < b ? -sign : sign;
  });
}
