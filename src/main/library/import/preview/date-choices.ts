import type { PreviewItem } from '../../../../shared/model/import.ts';
import { isPartial, withDateChoices } from '../metadata/offer-dates.ts';
import type { LibraryContext } from '../../context.ts';
import type { PreviewedArticle } from './preview.ts';

/** Today, `YYYY-MM-DD`. */
export const dayOf = ({ now }: LibraryContext): string => now().toISOString().slice(0, 10);

/**
 * Rows whose date lacks its year with the dates it may stand for; the other rows' dates are among
 * what speaks for them. `today` is `YYYY-MM-DD`.
 */
export function rowsWithDateChoices(
  items: readonly PreviewItem[],
  rows: readonly PreviewedArticle[],
  today: string,
): PreviewItem[] {
  if (!items.some(({ proposals }) => proposals.some(isPartial))) return [...items];
  const candidates = new Map(rows.map(({ key, candidate }) => [key, candidate]));
  const dated = items.flatMap(({ key, title, issued }) =>
    issued === null ? [] : [{ key, title, issued }],
  );
  return items.map((item) => {
    const fields = candidates.get(item.key)?.fields;
    const proposals = withDateChoices(item.proposals, {
      text: item.text,
      hidden: item.hidden,
      source: item.source,
      url: fields?.url ?? null,
      accessed: fields?.accessed ?? null,
      added: today,
      siblings: dated.filter(({ key }) => key !== item.key),
    });
    return proposals === item.proposals ? item : { ...item, proposals: [...proposals] };
  });
}
