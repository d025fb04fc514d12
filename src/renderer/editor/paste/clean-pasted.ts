import { isAllowedUrl } from './allowed-url.ts';
import { markFormats } from './formats.ts';
import { styleAttribute } from './parse-pasted.ts';
import { nestWordLists } from './word-lists.ts';

/** Never part of a text: neither the element nor what it holds. */
const dropped =
  'script, style, meta, link, title, base, noscript, template, iframe, frame, frameset, object, ' +
  'embed, applet, svg, math, canvas, video, audio, picture, img, map, input, button, select, ' +
  'textarea, option, dialog, colgroup, col, xml, [hidden]';

/** The structure a document can have; anything else gives its place to what it holds. */
const kept = new Set(
  (
    'p h1 h2 h3 h4 h5 h6 blockquote ul ol li table thead tbody tfoot tr td th pre hr br a ' +
    'strong b em i u s del code body'
  ).split(' '),
);
const blocks = 'p, h1, h2, h3, h4, h5, h6, blockquote, ul, ol, table, pre, hr, div';

const hidden = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/iu;

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

function rename(element: Element, name: string): void {
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

function removeComments(root: Node): void {
  const comments = root.ownerDocument?.createNodeIterator(root, NodeFilter.SHOW_COMMENT);
  for (let node = comments?.nextNode(); node != null; node = comments?.nextNode()) {
    (node as Comment).remove();
  }
}

/**
 * Makes a pasted page (Word, Google Docs, the web) the bare structure of a text: headings,
 * paragraphs, lists, quotations, tables, links to allowed addresses, bold, italic. Word's
 * paragraphs that look like lists become lists. Changes `page`, as `parsePasted` gives it.
 */
export function cleanPasted(page: Document): void {
  const { body } = page;
  removeComments(page);
  for (const element of page.querySelectorAll(dropped)) element.remove();
  for (const element of body.querySelectorAll(`[${styleAttribute}]`)) {
    if (hidden.test(element.getAttribute(styleAttribute) ?? '')) element.remove();
  }
  nestWordLists(body);
  for (const element of body.querySelectorAll('.MsoTitle')) rename(element, 'h1');
  for (const element of body.querySelectorAll('.MsoQuote, .MsoIntenseQuote')) {
    rename(element, 'blockquote');
  }
  markFormats(body);
  for (const element of [...body.querySelectorAll('*')].reverse()) simplify(element);
  for (const element of body.querySelectorAll('p, h1, h2, h3, h4, h5, h6, blockquote, li')) {
    if (element.textContent.trim() === '') element.remove();
  }
}

/** Deepest first: when an element is looked at, what it holds is already simple. */
function simplify(element: Element): void {
  const name = element.localName;
  const href = name === 'a' ? (element.getAttribute('href') ?? '').trim() : '';
  const spans = ['colspan', 'rowspan', 'start'].flatMap((attribute) => {
    const value = Number(element.getAttribute(attribute));
    return Number.isInteger(value) && value > 1 && value < 1000 ? [[attribute, `${value}`]] : [];
  });
  for (const attribute of element.getAttributeNames()) element.removeAttribute(attribute);
  for (const [attribute = '', value = ''] of spans) element.setAttribute(attribute, value);
  if (name === 'a') {
    if (isAllowedUrl(href)) element.setAttribute('href', href);
    else unwrap(element);
    return;
  }
  if (kept.has(name)) return;
  const isParagraph = /^(?:div|section|article|figcaption|address|dd|dt|main)$/u.test(name);
  if (isParagraph && element.querySelector(blocks) === null) rename(element, 'p');
  else unwrap(element);
}
