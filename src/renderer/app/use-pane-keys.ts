import { useEffect, useRef, type RefObject } from 'react';
import { useShortcut } from '../state/keymap.ts';

const reachable = [
  '[role=region][tabindex="0"]',
  '[tabindex="0"]',
  'a[href]',
  'button',
  'input',
  'textarea',
].join(', ');

/** Where a pane's own keys work: its text, else the row of its list that the arrows move from. */
const heart = [
  '[contenteditable="true"]',
  '[role=region][tabindex="0"]',
  'li [tabindex="0"]',
  '[role=gridcell][tabindex="0"]',
];

/** The panes side by side that something can be reached in; a view may say what its own are. */
const panesIn = (columns: Element): Element[] =>
  [...columns.children]
    .flatMap((view) => {
      const own = view.querySelectorAll('[data-pane]');
      return own.length === 0 ? view : Array.from(own);
    })
    .filter((pane) => pane.querySelector(reachable) !== null);

/**
 * `F6` goes to the next pane (navigation, list, text, annotations; passages beside a briefing), `Shift+F6` to the one before:
 * to what had the focus there last, else to its text or list, else to the first that can have it.
 */
export function usePaneKeys(columns: RefObject<HTMLElement | null>): void {
  const last = useRef(new WeakMap<Element, HTMLElement>());
  useEffect(() => {
    const element = columns.current;
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || element === null) return;
      const pane = panesIn(element).find((child) => child.contains(target));
      if (pane !== undefined) last.current.set(pane, target);
    };
    element?.addEventListener('focusin', remember);
    return () => element?.removeEventListener('focusin', remember);
  }, [columns]);
  const go = (by: 1 | -1) => {
    if (columns.current === null) return;
    const panes = panesIn(columns.current);
    const now = panes.findIndex((pane) => pane.contains(document.activeElement));
    const from = now < 0 && by < 0 ? panes.length : now;
    const pane = panes[(from + by + panes.length) % panes.length];
    if (pane === undefined) return;
    const known = last.current.get(pane);
    const first =
      heart
        .map((selector) => pane.querySelector<HTMLElement>(selector))
        .find((it) => it !== null) ?? pane.querySelector<HTMLElement>(reachable);
    (known !== undefined && pane.contains(known) ? known : first)?.focus({ preventScroll: true });
  };
  useShortcut({
    keys: 'F6',
    label: 'app.nextPane',
    group: 'everywhere',
    whileTyping: true,
    run: () => go(1),
  });
  useShortcut({
    keys: 'Shift+F6',
    label: 'app.previousPane',
    group: 'everywhere',
    whileTyping: true,
    run: () => go(-1),
  });
}
