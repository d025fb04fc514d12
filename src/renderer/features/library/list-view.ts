import { create } from 'zustand';
import type { Input } from '../../../shared/contract/methods.ts';

export type ArticleSort = NonNullable<Input<'articles.list'>['sort']>;

interface ListView {
  readonly sort: ArticleSort;
  readonly unread: boolean;
}

/** How the article list is shown. */
export const useListView = create<ListView>(() => ({ sort: '-issued', unread: false }));
