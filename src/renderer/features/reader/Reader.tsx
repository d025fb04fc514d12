import type { ReactNode } from 'react';
import { useMethod } from '../../api/use-method.ts';

export interface ReaderProps {
  readonly articleId: string;
  /** A passage to go to, in UTF-16 offsets of the text. */
  readonly start?: number;
  readonly end?: number;
  /** Stands first in the reader's header: the way back to the list, or to the next article. */
  readonly leading?: ReactNode;
}

export function Reader({ articleId, leading }: ReaderProps) {
  const { data: article } = useMethod('articles.get', { id: articleId });
  return (
    <>
      <header>{leading}</header>
      <article>
        <h1>{article?.title}</h1>
        <p>{article?.text}</p>
      </article>
    </>
  );
}
