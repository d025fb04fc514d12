import { Readability } from '@mozilla/readability';
import type { DomDocument, DomElement, DomNode } from './dom.ts';
import { located, type PageText } from './located.ts';

const stamp = 'data-attache-node';

const stampOf = (element: DomElement): number => Number(element.getAttribute(stamp) ?? -1);

/** Readability's time grows with the square of the nesting: deeper pages are kept whole. */
const deepest = 500;

/** The numbered elements of a page. */
export interface Numbering {
  /** Per number, the first number after the element's own subtree. */
  readonly ends: Int32Array;
  /** How deep elements nest. */
  readonly depth: number;
}

/** Numbers every element in document order, so that text is found again after Readability moved it. */
export function numberElements(document: DomDocument): Numbering {
  const elements = document.querySelectorAll('*');
  const ends = new Int32Array(elements.length);
  const depths = new Int32Array(elements.length);
  for (let number = 0; number < elements.length; number += 1) {
    const element = elements[number];
    const above = element?.parentElement ?? null;
    depths[number] = above === null ? 0 : (depths[stampOf(above)] ?? 0) + 1;
    element?.setAttribute(stamp, String(number));
    ends[number] = number + 1;
  }
  for (let number = elements.length - 1; number > 0; number -= 1) {
    const parent = elements[number]?.parentElement ?? null;
    const above = parent === null ? -1 : stampOf(parent);
    if (above >= 0) ends[above] = Math.max(ends[above] ?? 0, ends[number] ?? 0);
  }
  return { ends, depth: depths.reduce((most, depth) => Math.max(most, depth), 0) };
}

export const numberOf = stampOf;

export const squeezed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The texts under an element that are not blank, each with the nearest number above it. */
function textsOf(content: DomElement): PageText[] {
  const texts: PageText[] = [];
  const stack: [DomNode, number][] = [[content, -1]];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const [node, number] = top;
    if (node.nodeType === 3) {
      const text = squeezed(node.nodeValue ?? '');
      if (text !== '') texts.push({ number, text });
    } else if (node.nodeType === 1) {
      const own = stampOf(node as DomElement);
      for (let child = node.lastChild; child !== null; child = child.previousSibling) {
        stack.push([child, own === -1 ? number : own]);
      }
    }
  }
  return texts;
}

/**
 * Which texts of a numbered page are the article's, by Readability, which uses the document up.
 * Null where it finds no article or gives up on the page.
 */
export function findArticle(
  document: DomDocument,
  { ends, depth }: Numbering,
  page: readonly PageText[],
): boolean[] | null {
  if (depth > deepest) return null;
  try {
    const found = new Readability<DomElement>(document as never, {
      serializer: (content) => content,
      maxElemsToParse: 200_000,
    }).parse();
    return found?.content ? located(page, textsOf(found.content), ends) : null;
  } catch {
    return null;
  }
}
