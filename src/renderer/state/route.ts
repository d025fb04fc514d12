import { useSyncExternalStore } from 'react';

/** A thing with words, and the stretch of them to go to (UTF-16 offsets). */
interface Place {
  readonly id: string;
  readonly start?: number;
  readonly end?: number;
}

/** Where in the notebook the person is: the part of the address after `#`. */
export type Route =
  | { readonly name: 'articles' }
  | { readonly name: 'unread' }
  | { readonly name: 'trash' }
  | ({ readonly name: 'article' } & Place)
  | ({ readonly name: 'note' } & Place)
  | ({ readonly name: 'briefing' } & Place)
  | { readonly name: 'search'; readonly q: string }
  | { readonly name: 'import' }
  | { readonly name: 'annotations' }
  | { readonly name: 'lost' }
  | { readonly name: 'notes' }
  | { readonly name: 'actors' }
  | { readonly name: 'proposed' }
  | { readonly name: 'timeline' }
  | { readonly name: 'network' }
  | { readonly name: 'outlets' }
  | {
      /** Where all of these actors are named; `outlet` null: in articles without one. */
      readonly name: 'passages';
      readonly actorIds: readonly string[];
      readonly outlet?: string | null;
      /** Which articles count: by a passage's tag, by their date. */
      readonly tag?: string | undefined;
      readonly from?: string | undefined;
      readonly until?: string | undefined;
    }
  | { readonly name: 'said' }
  | { readonly name: 'actor'; readonly id: string }
  | { readonly name: 'history' }
  | { readonly name: 'backups' };

const plain = [
  'articles',
  'unread',
  'trash',
  'import',
  'annotations',
  'lost',
  'notes',
  'actors',
  'proposed',
  'timeline',
  'network',
  'outlets',
  'said',
  'history',
  'backups',
] as const;

const withId = {
  articles: 'article',
  notes: 'note',
  briefings: 'briefing',
  actors: 'actor',
} as const;
const folders = {
  article: 'articles',
  note: 'notes',
  briefing: 'briefings',
  actor: 'actors',
} as const;

function offset(query: URLSearchParams, name: string): number | undefined {
  const value = query.get(name);
  return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}

const isDate = (value: string) => /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(value);

/** Which articles count; a date that is none is left out. */
function narrowing(query: URLSearchParams): { tag?: string; from?: string; until?: string } {
  const tag = query.get('tag') ?? '';
  const from = query.get('from') ?? '';
  const until = query.get('until') ?? '';
  return {
    ...(tag === '' ? {} : { tag }),
    ...(isDate(from) ? { from } : {}),
    ...(isDate(until) ? { until } : {}),
  };
}

/** An id as it stands in an address; a broken escape is an id that nothing has. */
function decode(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** Reads a hash such as `#/articles/ID?start=3&end=9`. What it does not know is the article list. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const query = new URLSearchParams(search);
  const [folder = '', id = ''] = path.split('/');
  if (folder === 'search') return { name: 'search', q: query.get('q') ?? '' };
  if (folder === 'passages' && query.has('actor')) {
    const outlet = query.get('outlet');
    return {
      name: 'passages',
      actorIds: query.getAll('actor'),
      ...(outlet === null ? {} : { outlet: outlet === '' ? null : outlet }),
      ...narrowing(query),
    };
  }
  if (id === '') {
    const name = plain.find((known) => known === folder);
    return { name: name ?? 'articles' };
  }
  const name = Object.hasOwn(withId, folder) ? withId[folder as keyof typeof withId] : undefined;
  if (name === undefined) return { name: 'articles' };
  if (name === 'actor') return { name, id: decode(id) };
  const start = offset(query, 'start');
  const end = offset(query, 'end');
  return {
    name,
    id: decode(id),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
  };
}

/** The hash of a route: what links carry as `href`. */
export function href(route: Route): string {
  if (route.name === 'search') return `#/search?${new URLSearchParams({ q: route.q }).toString()}`;
  if (route.name === 'passages') {
    const query = new URLSearchParams(route.actorIds.map((id) => ['actor', id]));
    if (route.outlet !== undefined) query.set('outlet', route.outlet ?? '');
    for (const part of ['tag', 'from', 'until'] as const) {
      const value = route[part];
      if (value !== undefined) query.set(part, value);
    }
    return `#/passages?${query.toString()}`;
  }
  if (!('id' in route)) return `#/${route.name}`;
  const path = `#/${folders[route.name]}/${encodeURIComponent(route.id)}`;
  if (route.name === 'actor') return path;
  const query = new URLSearchParams();
  if (route.start !== undefined) query.set('start', String(route.start));
  if (route.end !== undefined) query.set('end', String(route.end));
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

/** Goes to a route. `replace` leaves no entry to go back to, as while a query is typed. */
export function navigate(route: Route, { replace = false }: { replace?: boolean } = {}): void {
  if (!replace) {
    window.location.hash = href(route);
    return;
  }
  window.history.replaceState(null, '', href(route));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

let known: { readonly hash: string; readonly route: Route } | undefined;

/** The current route; the same object as long as the address stays. */
export function currentRoute(): Route {
  const { hash } = window.location;
  if (known?.hash !== hash) known = { hash, route: parseRoute(hash) };
  return known.route;
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

export const useRoute = (): Route => useSyncExternalStore(subscribe, currentRoute);
