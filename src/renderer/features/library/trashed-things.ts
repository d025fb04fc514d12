import type { ArticleSummary } from '../../../shared/model/article.ts';
import type { Output } from '../../../shared/contract/methods.ts';
import { formatIssued } from '../../messages/dates.ts';
import type { Messages } from '../../messages/messages.ts';

type DocumentSummary = Output<'notes.list'>['items'][number];

const kindOf = { briefings: 'editor.aBriefing', notes: 'editor.aNote' } as const;

/** Something in the trash, as a row shows it. */
export interface Thing {
  readonly id: string;
  readonly kind: 'articles' | 'briefings' | 'notes';
  readonly title: string;
  readonly language: string | null;
  readonly meta: string;
}

/** All that is in the trash, in the order it is shown. */
export function thingsIn(
  m: Messages,
  articles: readonly ArticleSummary[],
  briefings: readonly DocumentSummary[],
  notes: readonly DocumentSummary[],
): Thing[] {
  const written = (kind: keyof typeof kindOf, documents: readonly DocumentSummary[]): Thing[] =>
    documents.map(({ id, title, words }) => ({
      id,
      kind,
      title,
      language: null,
      meta: `${m(kindOf[kind])}, ${m('editor.words', { count: words })}`,
    }));
  return [
    ...articles.map(({ id, title, language, issued, 'container-title': outlet }) => ({
      id,
      kind: 'articles' as const,
      title,
      language,
      meta: `${outlet ?? m('library.noOutlet')}, ${formatIssued(issued) ?? m('library.noDate')}`,
    })),
    ...written('briefings', briefings),
    ...written('notes', notes),
  ];
}
