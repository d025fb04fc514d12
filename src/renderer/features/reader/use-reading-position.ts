import { useEffect, useRef, type RefObject } from 'react';
import type { Article } from '../../../shared/model/article.ts';
import { bridge } from '../../api/bridge.ts';
import { client } from '../../api/client.ts';
import { firstVisible } from '../../reading/first-visible.ts';
import { scrollToBlock } from '../../reading/scroll.ts';
import type { TextIndex } from '../../reading/text-index.ts';

/** How long the text must rest before its place is remembered, in ms. */
const rest = 600;
/** How long an article is open before it counts as read, in ms. */
const readAfter = 2500;

/** Goes to the remembered place when an article opens, remembers it while reading, marks it read. */
export function useReadingPosition(
  article: Article | undefined,
  index: TextIndex | null,
  scroller: RefObject<HTMLElement | null>,
  startsElsewhere: boolean,
): void {
  const restored = useRef(false);
  useEffect(() => {
    if (article === undefined || index === null || restored.current) return;
    restored.current = true;
    if (startsElsewhere || article.position === 0) return;
    scrollToBlock(index, article.position);
  }, [article, index, startsElsewhere]);

  const id = article?.id;
  const read = article?.read;
  useEffect(() => {
    if (id === undefined || read !== false) return undefined;
    const timer = setTimeout(() => remember({ id, read: true }), readAfter);
    return () => clearTimeout(timer);
  }, [id, read]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null || id === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pending: number | null = null;
    const save = async () => {
      clearTimeout(timer);
      const position = pending;
      pending = null;
      if (position !== null) await remember({ id, position });
    };
    // Right after a jump the text there is not laid out: the place is looked up again at rest.
    const look = () => {
      pending = element.scrollTop < 20 ? 0 : (firstVisible(element) ?? pending);
    };
    const onScroll = () => {
      clearTimeout(timer);
      look();
      timer = setTimeout(() => {
        look();
        void save();
      }, rest);
    };
    const leave = () => void save();
    element.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('pagehide', leave);
    const stop = bridge?.beforeClose(save);
    return () => {
      element.removeEventListener('scroll', onScroll);
      window.removeEventListener('pagehide', leave);
      stop?.();
      void save();
    };
  }, [id, scroller]);
}

/** A position that could not be kept is no reason to interrupt reading. */
async function remember(input: { id: string; position?: number; read?: boolean }): Promise<void> {
  await client.call('articles.progress', input).catch(() => undefined);
}
