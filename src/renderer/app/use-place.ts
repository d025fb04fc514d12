import { useEffect, useRef } from 'react';
import { bridge } from '../api/bridge.ts';
import { client } from '../api/client.ts';
import { useMethod } from '../api/use-method.ts';
import { currentRoute, href, navigate, parseRoute, useRoute, type Route } from '../state/route.ts';
import { changeSettings } from '../state/settings.ts';

const restMs = 500;

/** Starts where the person was last, and remembers where they are. */
export function usePlace(): void {
  const route = useRoute();
  const { data: settings } = useMethod('settings.get', {});
  const started = useRef(false);
  useEffect(() => {
    if (settings === undefined || started.current) return;
    started.current = true;
    if (window.location.hash !== '' || settings.place === '') return;
    void openIfThere(parseRoute(settings.place));
  }, [settings]);
  useEffect(() => {
    if (!started.current || window.location.hash === '') return;
    if (route.name === 'import' || route.name === 'search') return;
    let kept = false;
    const keep = async () => {
      clearTimeout(timer);
      if (kept) return;
      kept = true;
      await changeSettings({ place: href(currentRoute()) });
    };
    const timer = setTimeout(keep, restMs);
    const leave = () => void keep();
    window.addEventListener('pagehide', leave);
    const stop = bridge?.beforeClose(keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', leave);
      stop?.();
    };
  }, [route]);
}

type Thing = Extract<Route, { readonly id: string }>;

/**
 * The last place may be an article of another library, or one deleted since; in a library that is
 * empty the first screen says how to begin.
 */
async function openIfThere(place: Route): Promise<void> {
  const there = await ('id' in place ? isThere(place) : hasArticles()).catch(() => false);
  if (window.location.hash !== '') return;
  navigate(there ? place : { name: 'articles' }, { replace: true });
}

async function hasArticles(): Promise<boolean> {
  const { counts } = await client.call('library.info', {});
  return counts.articles > 0;
}

/** Asks lists rather than for the thing itself, which would be refused where it is gone. */
async function isThere({ name, id }: Thing): Promise<boolean> {
  const has = ({ items }: { readonly items: readonly { readonly id: string }[] }) =>
    items.some((item) => item.id === id);
  switch (name) {
    case 'article':
      return has(await client.call('articles.list', { ids: [id] }));
    case 'briefing':
      return has(await client.call('briefings.list', {}));
    case 'note':
      return has(await client.call('notes.list', {}));
    case 'actor':
      return has(await client.call('actors.list', {}));
  }
}
