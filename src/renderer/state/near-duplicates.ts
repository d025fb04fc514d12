import { create } from 'zustand';

interface NearDuplicates {
  readonly open: boolean;
  /** An article to be joined with others. */
  readonly articleId: string | null;
}

/** Whether the groups of near-duplicates are open, and for which article. */
export const useNearDuplicates = create<NearDuplicates>(() => ({ open: false, articleId: null }));

export const openNearDuplicates = (articleId: string | null = null): void =>
  useNearDuplicates.setState({ open: true, articleId });
export const closeNearDuplicates = (): void => useNearDuplicates.setState({ open: false });
