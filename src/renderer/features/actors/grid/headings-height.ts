/**
 * Ref of what scrolls a table whose headings stay: tells its style sheet how high they are, as
 * `--headings`, so that nothing is gone to or held under them.
 */
export function headingsHeight(scroller: HTMLElement | null): (() => void) | undefined {
  const headings = scroller?.querySelector('thead');
  if (scroller === null || headings === undefined || headings === null) return undefined;
  const observer = new ResizeObserver(() => {
    scroller.style.setProperty('--headings', `${headings.offsetHeight}px`);
  });
  observer.observe(headings);
  return () => observer.disconnect();
}
