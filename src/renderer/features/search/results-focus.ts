import { focusSearch } from './focus-search.ts';

const results = () => [...document.querySelectorAll<HTMLElement>('[data-result]')];

export const isInResults = (): boolean => document.activeElement?.closest('[data-result]') != null;

/** Moves the focus to a result; before the first one lies the search box. */
export function focusResult(index: number): void {
  const all = results();
  if (index < 0) focusSearch();
  else all[Math.min(index, all.length - 1)]?.focus();
}

export function moveFromResult(from: HTMLElement, step: number): void {
  focusResult(results().indexOf(from) + step);
}

/** The focus leaves the box too: keys are no longer typed into it. */
export function openFirstResult(): void {
  const [first] = results();
  first?.focus();
  first?.click();
}
