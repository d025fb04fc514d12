/** A private character: it stands before what must not be read as a style or a handler. */
const mark = '\uE000';

/** The attribute under which a parsed paste keeps what was its `style`. */
export const styleAttribute = `${mark}style`;

/** Also where they are words of the text, from which the mark is taken again. */
const stylesAndHandlers = /(?<![\w-])(?:style|on)/giu;

/**
 * Parses HTML into a document without a browsing context: nothing in it runs or is loaded. Such a
 * document still has this window's Content-Security-Policy, which reports every style and handler
 * it will not apply; so these come under other names.
 */
export function parsePasted(html: string): Document {
  const quiet = html
    .replaceAll(mark, '')
    .replaceAll(/<(\/?)(?:style|base)\b/giu, '<$1template')
    .replaceAll(stylesAndHandlers, `${mark}$&`);
  const page = new DOMParser().parseFromString(quiet, 'text/html');
  const texts = page.createNodeIterator(page, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const { nodeValue } = node;
    if (nodeValue?.includes(mark) === true) node.nodeValue = nodeValue.replaceAll(mark, '');
  }
  return page;
}
