import { useMethod } from './use-method.ts';
import type { ComboboxOption } from '../ui/Combobox.tsx';

const mostOffered = 8;

/** Articles whose titles hold words that begin as those typed. */
export function useArticleOptions(typed: string): readonly ComboboxOption[] {
  const words = typed
    .replaceAll(/[^\p{L}\p{N}\s]/gu, ' ')
    .split(/\s+/u)
    .filter(Boolean);
  const { data } = useMethod(
    'articles.list',
    { query: words.map((word) => `title:${word}*`).join(' '), limit: mostOffered },
    { enabled: words.length > 0, keepPrevious: true },
  );
  if (words.length === 0) return [];
  return (data?.items ?? []).map((article) => ({
    id: article.id,
    label: article.title,
    detail: article['container-title'],
  }));
}
