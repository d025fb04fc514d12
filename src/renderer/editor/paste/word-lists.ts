import { styleAttribute } from './parse-pasted.ts';

const listStyle = /mso-list\s*:\s*l\d+\s+level(\d+)/iu;
const deepest = 9;

/** The level of a paragraph that Word draws as a list item, from 1; null for any other element. */
function levelOf(element: Element): number | null {
  if (element.localName !== 'p') return null;
  const level = listStyle.exec(element.getAttribute(styleAttribute) ?? '')?.[1];
  if (level !== undefined) return Math.min(deepest, Math.max(1, Number(level)));
  return /\bMsoListParagraph/u.test(element.className) ? 1 : null;
}

/** Word writes the bullet or number as words of the paragraph; answers and removes it. */
function takeMarker(paragraph: Element): string {
  const marker = [...paragraph.querySelectorAll('span')].find((span) =>
    /mso-list\s*:\s*Ignore/iu.test(span.getAttribute(styleAttribute) ?? ''),
  );
  const text = marker?.textContent.trim() ?? '';
  marker?.remove();
  return text;
}

const isNumber = (marker: string): boolean => /^\(?[\p{L}\p{N}]{1,5}[.)]/u.test(marker);

/** Makes lists of the paragraphs that Word only draws as lists, nested by their level. */
export function nestWordLists(root: Element): void {
  let open: Element[] = [];
  let last: Element | null = null;
  for (const paragraph of root.querySelectorAll('p')) {
    const level = levelOf(paragraph);
    if (level === null) continue;
    if (last === null || paragraph.previousElementSibling !== last) open = [];
    const marker = takeMarker(paragraph);
    const page = paragraph.ownerDocument;
    open.length = Math.min(open.length, level);
    while (open.length < level) {
      const list = page.createElement(isNumber(marker) ? 'ol' : 'ul');
      const parent: Element | undefined = open.at(-1);
      if (parent === undefined) paragraph.before(list);
      else (parent.lastElementChild ?? parent.appendChild(page.createElement('li'))).append(list);
      open.push(list);
    }
    const item = page.createElement('li');
    item.append(...paragraph.childNodes);
    open.at(-1)?.append(item);
    paragraph.remove();
    last = open[0] ?? null;
  }
}
