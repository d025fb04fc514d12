import { useEffect, useId, useRef } from 'react';
import { create } from 'zustand';
import type { MessageKey } from '../messages/messages.ts';

export type ShortcutGroup = 'everywhere' | 'articles' | 'reading' | 'annotations' | 'writing';

export interface Shortcut {
  /** `H`, `Ctrl+K`, `Ctrl+Shift+Z`, `F8`, `?`, `Escape`. `Ctrl` is the command key on a Mac. */
  readonly keys: string;
  /** Other keys that some systems have for it. */
  readonly also?: string;
  readonly label: MessageKey;
  readonly group: ShortcutGroup;
  readonly run: () => void;
  /** Also while a field or an editor has the focus. */
  readonly whileTyping?: boolean;
  /** A function is asked when the key comes, for what may have changed since the last rendering. */
  readonly enabled?: boolean | (() => boolean);
}

interface Keymap {
  readonly shortcuts: ReadonlyMap<string, Shortcut>;
}

/** Whether a shortcut works now. */
export const worksNow = ({ enabled = true }: Shortcut): boolean =>
  typeof enabled === 'function' ? enabled() : enabled;

/** Every shortcut that works now; the shortcuts dialog and the list of actions show this. */
export const useKeymap = create<Keymap>(() => ({ shortcuts: new Map() }));

const isMac = /mac/i.test(navigator.userAgent);

/** The keys as this system writes them. */
export function keyNames(keys: string): string {
  const named = isMac ? keys.replace('Ctrl', '⌘').replace('Shift', '⇧') : keys;
  return named.replaceAll(/(?<=.)\+(?=.)/gu, ' ');
}

/** Whether keys typed into this element are text. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)
  );
}

/** Whether the key presses the element it is on: Enter alone, on a button or a link. */
const pressesControl = ({ key, ctrlKey, metaKey, target }: KeyboardEvent): boolean =>
  key === 'Enter' &&
  !ctrlKey &&
  !metaKey &&
  target instanceof Element &&
  target.closest('button, a[href], summary, select') !== null;

/**
 * Whether the modifiers are those that typed the character, as in `[` on many European keyboards:
 * AltGr, which Windows tells as Ctrl and Alt together, on a Mac the option key.
 */
const typesCharacter = (key: string, { ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  /^[^\p{L}\p{N}\s]$/u.test(key) && !metaKey && (isMac ? !ctrlKey : ctrlKey === altKey);

/** `Shift` counts only with `Ctrl` or a named key: in `?` it is part of the character. */
export function matches(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split('+');
  // The plus key itself leaves nothing after its sign.
  const key = parts.at(-1) || '+';
  const wantsCtrl = parts.includes('Ctrl');
  if (!wantsCtrl && typesCharacter(key, event)) return event.key === key;
  if (wantsCtrl !== (isMac ? event.metaKey : event.ctrlKey) || event.altKey) return false;
  const shiftCounts = wantsCtrl || key.length > 1;
  if (shiftCounts && parts.includes('Shift') !== event.shiftKey) return false;
  const isLetter = /^[a-z]$/i.test(key);
  if (!shiftCounts && isLetter && parts.includes('Shift') !== event.shiftKey) return false;
  return event.key.toLowerCase() === key.toLowerCase();
}

/** How long keys wait for a field that never opens, in ms. */
const longestHold = 1500;
let held = false;

/** A field is about to open: keys are meant for it, so no shortcut runs until it has the focus. */
export function holdKeys(): void {
  const release = () => {
    held = false;
    clearTimeout(timer);
    window.removeEventListener('focusin', release);
  };
  const timer = setTimeout(release, longestHold);
  held = true;
  window.addEventListener('focusin', release);
}

/** Letters choose in a closed list; what is pressed with Ctrl or Cmd means nothing to it. */
const isTyping = ({ target, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  takesText(target) && !(target instanceof HTMLSelectElement && (ctrlKey || metaKey));

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || held) return;
  if (pressesControl(event)) return;
  const typing = isTyping(event);
  const found = [...useKeymap.getState().shortcuts.values()]
    .reverse()
    .find(
      (shortcut) =>
        worksNow(shortcut) &&
        (!typing || shortcut.whileTyping === true) &&
        [shortcut.keys, shortcut.also].some((keys) => keys !== undefined && matches(keys, event)),
    );
  // Looking through the window for a dialog takes time that typing does not have.
  if (found === undefined || document.querySelector('dialog[open]') !== null) return;
  event.preventDefault();
  found.run();
}

/** Listens for the keys of all shortcuts; answers with the function that stops it. */
export function listenForKeys(): () => void {
  window.addEventListener('keydown', press);
  return () => window.removeEventListener('keydown', press);
}

/** Keeps a shortcut in the keymap while the component is there. The one that came last wins. */
export function useShortcut(shortcut: Shortcut): void {
  const id = useId();
  const latest = useRef(shortcut);
  useEffect(() => {
    latest.current = shortcut;
  });
  const { keys, also, label, group, whileTyping = false } = shortcut;
  const enabled = typeof shortcut.enabled === 'function' || (shortcut.enabled ?? true);
  useEffect(() => {
    useKeymap.setState(({ shortcuts }) => ({
      shortcuts: new Map(shortcuts).set(id, {
        keys,
        ...(also === undefined ? {} : { also }),
        label,
        group,
        whileTyping,
        enabled: () => enabled && worksNow(latest.current),
        run: () => latest.current.run(),
      }),
    }));
    return () =>
      useKeymap.setState(({ shortcuts }) => {
        const left = new Map(shortcuts);
        left.delete(id);
        return { shortcuts: left };
      });
  }, [id, keys, also, label, group, whileTyping, enabled]);
}
