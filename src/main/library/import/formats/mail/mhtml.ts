import type { Format } from '../format.ts';
import { absoluteHttp } from '../html/links.ts';
import { fromHeader, headOf, parseMail, valueOf } from './parse-mail.ts';

const savedPage =
  /^(?:snapshot-content-location:|from: <saved by|content-type:\s*multipart\/related)/im;

/** Web pages saved as one file by a browser (MHTML). */
export const mhtml: Format = {
  id: 'mhtml',
  label: 'Saved web page (MHTML)',
  extensions: ['mhtml', 'mht'],
  quick: false,
  matches: ({ text, extension }) => {
    const head = headOf(text);
    return (
      savedPage.test(head) &&
      (mhtml.extensions.includes(extension) || /snapshot-content-location|saved by/i.test(head))
    );
  },
  async read(file) {
    const email = await parseMail(file);
    const address =
      valueOf(email, 'snapshot-content-location') || valueOf(email, 'content-location');
    const url = absoluteHttp(address, null);
    const { readPage } = await import('../html/page.ts');
    const page = readPage(email.html ?? '', url);
    const proposals = [...page.proposals, ...fromHeader('URL', url, address, true)];
    return { articles: [{ ...page, proposals }] };
  },
};
