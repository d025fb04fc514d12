import { styleAttribute } from './parse-pasted.ts';

const headings = 'h1, h2, h3, h4, h5, h6, th';

/** Makes elements of the formats that are written as styles, as Google Docs and Word write them. */
export function markFormats(root: Element): void {
  for (const element of root.querySelectorAll('b, strong')) {
    // Google Docs wraps a whole paste in a bold element that is not bold; headings are bold anyway.
    const plain = weightOf(element) === 'normal' || element.closest(headings) !== null;
    if (plain) element.replaceWith(...element.childNodes);
  }
  for (const element of root.querySelectorAll(`[${styleAttribute}]`)) {
    if (element.localName !== 'span' && element.localName !== 'font') continue;
    const style = element.getAttribute(styleAttribute) ?? '';
    if (element.closest(headings) === null && weightOf(element) === 'bold')
      wrapContents(element, 'strong');
    if (/(?:^|[;\s])font-style\s*:\s*italic/iu.test(style)) wrapContents(element, 'em');
    if (/(?:^|[;\s])text-decoration[^;]*:[^;]*line-through/iu.test(style))
      wrapContents(element, 's');
  }
}

function weightOf(element: Element): 'bold' | 'normal' | null {
  const weight = /(?:^|[;\s])font-weight\s*:\s*(\w+)/iu.exec(
    element.getAttribute(styleAttribute) ?? '',
  )?.[1];
  if (weight === undefined) return null;
  return /^(?:bold|bolder|[6-9]00)$/iu.test(weight) ? 'bold' : 'normal';
}

function wrapContents(element: Element, name: string): void {
  if (element.textContent.trim() === '') return;
  const format = element.ownerDocument.createElement(name);
  format.append(...element.childNodes);
  element.append(format);
}
