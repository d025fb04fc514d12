import { mayBeExport } from '../databases/hints.ts';
import type { Format } from '../format.ts';

const opening =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i;
const structure =
  /<(?:p|div|article|section|h[1-6]|ul|ol|table|blockquote|span|a|br|meta|body)(?:\s[^<>]*)?\/?>/gi;

/** Books and office documents in XML, whose elements have names of HTML. */
const otherMarkup = /<(?:FictionBook|office:document)[\s>]/;

/** Saved pages, single-file pages and pasted markup. Nothing in them runs and nothing is fetched. */
export const html: Format = {
  id: 'html',
  label: 'Web page',
  extensions: ['html', 'htm', 'xhtml'],
  quick: false,
  matches({ extension, text }) {
    if (text === null) return false;
    if (opening.test(text)) return true;
    if (!/^\s*</.test(text) || otherMarkup.test(text)) return false;
    if (html.extensions.includes(extension)) return /^\s*<[a-z!]/i.test(text);
    return (text.match(structure)?.length ?? 0) > 5;
  },
  async read(file) {
    const { blocksOf, readPage } = await import('./page.ts');
    const markup = file.decode().text;
    if (mayBeExport(markup)) {
      const { splitExport } = await import('../databases/split-export.ts');
      const whole = splitExport(file.name, blocksOf(markup));
      if (whole !== null) return whole;
    }
    return { articles: [readPage(markup)] };
  },
};
