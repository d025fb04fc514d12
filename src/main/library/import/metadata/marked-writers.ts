import type { DomDocument, DomElement } from '../formats/html/dom.ts';
import { bylineNames } from '../../../../shared/text/credits/byline.ts';

/** Where pages mark who wrote them, the plainest first. */
const marks = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  'a[rel~="author"]',
  '[class~="byline"] a, [class~="byline-name"], [class~="byline__name"], [class~="author-name"], [class~="author__name"]',
  '[class~="byline"]',
];

/** More writers than that are those of other articles. */
const mostWriters = 3;

/** What stands beside an article: other articles and their writers, comments. */
const elsewhere = 'aside, footer, [class*="comment"], [class*="related"], [class*="recommend"]';

function namesIn(element: DomElement): string[] {
  if (element.closest(elsewhere) !== null) return [];
  const text = (element.textContent ?? element.getAttribute('content') ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const names = bylineNames(text);
  return names.length > 0 ? names : bylineNames(`By ${text}`);
}

/** The writers whom a page's markup names as such; empty where it is not clear whose they are. */
export function markedWriters(document: DomDocument): string[] {
  for (const selector of marks) {
    const names = new Set([...document.querySelectorAll(selector)].flatMap(namesIn));
    if (names.size > mostWriters) return [];
    if (names.size > 0) return [...names];
  }
  return [];
}
