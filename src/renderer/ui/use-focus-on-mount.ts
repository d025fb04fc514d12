import { useEffect, useRef, type RefObject } from 'react';

/** For the heading of a view that took the place of another: the focus goes on from there. */
export function useFocusOnMount<E extends HTMLElement>(): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}
