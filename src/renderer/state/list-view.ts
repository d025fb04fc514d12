import { create } from 'zustand';
import type { Input } from '../../shared/contract/methods.ts';
import { listQuery } from './list-query.ts';

export type ArticleSort = NonNullable<Input<'articles.list'>['sort']>;

interface ListView {
  readonly sort: ArticleSort;
  readonly unread: boolean;
  /** What is typed to narrow it. */
  readonly typed: string;
  /** The query that came of it, once typing rested; empty shows all. */
  readonly query: string;
}

/** How the article list is shown. */
export const useListView = create<ListView>(() => ({
  sort: '-issued',
  unread: false,
  typed: '',
  query: '',
}));

export const showAllArticles = (): void =>
  useListView.setState({ unread: false, typed: '', query: '' });

/** Narrows the list to what a query finds. */
export const listFound = (q: string): void =>
  useListView.setState({ unread: false, typed: q, query: listQuery(q) });
