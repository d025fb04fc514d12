import { useEffect, useRef, type RefObject } from 'react';
import type { Route } from '../state/route.ts';

/**
 * Where the view that was left took the focus with it, the view that came has it, so that the next
 * key is its own. A view that gives the focus to something in it comes first.
 */
export function useFocusOnRoute(content: RefObject<HTMLElement | null>, route: Route): void {
  const place = 'id' in route ? `${route.name} ${route.id}` : route.name;
  const last = useRef(place);
  useEffect(() => {
    if (last.current === place) return;
    last.current = place;
    if (document.activeElement === document.body) content.current?.focus({ preventScroll: true });
  }, [content, place]);
}
