import type { DomElement } from './dom.ts';

/** `removed` with all inside; `invisible` but for what inside says that it is visible. */
export type Visibility = 'shown' | 'invisible' | 'removed';

const display = /(?:^|;)\s*display\s*:\s*([\w-]+)/gi;
const visibility = /(?:^|;)\s*visibility\s*:\s*([\w-]+)/gi;

/** The value that a style gives a property: the last one counts. */
const valueIn = (style: string, property: RegExp): string | undefined =>
  [...style.matchAll(property)].at(-1)?.[1]?.toLowerCase();

/** Pages hide all of themselves until their scripts have run: that says nothing of their words. */
const whole = new Set(['html', 'body']);

/** Whether a browser shows what stands in an element, by its own attributes; sheets are not read. */
export function visibilityOf(element: DomElement, tag: string, above: Visibility): Visibility {
  if (above === 'removed' || whole.has(tag)) return above;
  const style = element.getAttribute('style') ?? '';
  const displayed = style === '' ? undefined : valueIn(style, display);
  if (displayed === 'none') return 'removed';
  if (displayed === undefined && element.getAttribute('hidden') !== null) return 'removed';
  const visible = style === '' ? undefined : valueIn(style, visibility);
  if (visible === undefined) return above;
  return visible === 'hidden' || visible === 'collapse' ? 'invisible' : 'shown';
}
