import type { KeyboardEvent } from 'react';
import { focusSearch } from './focus-search.ts';

const results = () => [...document.querySelectorAll<HTMLElement>('[data-result]')];

export const isInResults = (): boolean => document.activeElement?.closest('[data-result]') != null;

/** Moves the focus to a result; before the first one lies the search box. */
export function focusResult(index: number): void {
  const all = results();
  if (index < 0) focusSearch();
  else all[Math.min(index, all.length - 1)]?.focus();
}

/** The arrow keys of a result, or of what leads to more of them. */
export function pressInResults(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  focusResult(results().indexOf(event.currentTarget) + step);
}

/** The focus leaves the box too: keys are no longer typed into it. */
export function openFirstResult(): void {
  const [first] = results();
  first?.focus();
  first?.click();
}
