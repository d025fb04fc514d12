import { useEffect, useRef } from 'react';
import { queryClient } from '../api/query-client.ts';
import { client } from '../api/client.ts';
import { useMethod } from '../api/use-method.ts';
import { currentRoute, href, navigate, parseRoute, useRoute } from '../state/route.ts';
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
    const place = parseRoute(settings.place);
    if (place.name !== 'article') navigate(place, { replace: true });
    else void openIfThere(place.id);
  }, [settings]);
  useEffect(() => {
    if (!started.current || window.location.hash === '') return;
    if (route.name === 'import' || route.name === 'search') return;
    const timer = setTimeout(() => {
      const place = href(currentRoute());
      void changeSettings({ place });
    }, restMs);
    return () => clearTimeout(timer);
  }, [route]);
}

/** The last place may be an article of another library, or one deleted since. */
async function openIfThere(id: string): Promise<void> {
  try {
    const article = await queryClient.fetchQuery({
      queryKey: ['articles.get', { id }],
      queryFn: () => client.call('articles.get', { id }),
    });
    if (window.location.hash === '')
      navigate({ name: 'article', id: article.id }, { replace: true });
  } catch {
    navigate({ name: 'articles' }, { replace: true });
  }
}
