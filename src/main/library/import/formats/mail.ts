import type { Email } from 'postal-mime';
import { AttacheError } from '../../../../shared/contract/errors.ts';
import type { Proposal } from '../../../../shared/model/import.ts';
import { isPrompt } from '../cleaning/rules.ts';
import { isoDateIn } from '../metadata/iso-date.ts';
import { canonicalText } from '../text/canonical.ts';
import { plainBlocks } from '../text/plain-blocks.ts';
import type { Format, FormatFile, RawArticle } from './format.ts';
import { absoluteHttp } from './html/links.ts';

/** Nesting of MIME parts and size of headers, as much as any real message has. */
const limits = { maxNestingDepth: 60, maxHeadersSize: 1024 * 1024 };

async function parse({ name, bytes }: FormatFile): Promise<Email> {
  const { default: PostalMime } = await import('postal-mime');
  try {
    return await PostalMime.parse(bytes, limits);
  } catch (error) {
    throw new AttacheError(
      'damaged-file',
      `"${name}" is not a message Attache can read: it is damaged or nested too deep.`,
      { cause: error },
    );
  }
}

function header(
  field: Proposal['field'],
  value: string | null,
  text: string,
  certain: boolean,
): Proposal[] {
  if (value === null || value.trim() === '') return [];
  const evidence = { rule: 'mail-header' as const, text: text.slice(0, 300).toWellFormed() };
  return [{ field, value: value.trim().slice(0, 500).toWellFormed(), certain, evidence }];
}

const valueOf = (email: Email, key: string): string =>
  email.headers.find((header) => header.key === key)?.value ?? '';

function plainBody(source: string): RawArticle {
  const text = canonicalText(source);
  return {
    text,
    blocks: plainBlocks(text, isPrompt),
    marks: [],
    hidden: [],
    extracted: false,
    proposals: [],
  };
}

const headers = /^(?:[\w-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*)+/;
const mailHeader = /^(?:from|received|return-path|mime-version|message-id|delivered-to|subject):/im;
/** Lines only a mail system writes: without them a text merely begins like a letter. */
const delivery = /^(?:received|return-path|message-id|mime-version|date):/im;
const savedPage =
  /^(?:snapshot-content-location:|from: <saved by|content-type:\s*multipart\/related)/im;

/** The line a mailbox file puts before a message. */
const mailboxLine = /^>?From [^\n]*\n/;

const headOf = (text: string | null): string =>
  headers.exec((text ?? '').replaceAll('\r\n', '\n').replace(mailboxLine, ''))?.[0] ?? '';

/** E-mail messages: the body with its links; attachments are named by the original only. */
export const eml: Format = {
  id: 'eml',
  label: 'E-mail message',
  extensions: ['eml'],
  quick: false,
  matches: ({ text, extension }) => {
    const head = headOf(text);
    if (extension === 'eml') return mailHeader.test(head);
    return /^from:/im.test(head) && delivery.test(head) && head.split('\n').length > 3;
  },
  async read(file) {
    const email = await parse(file);
    const { readFragment } = await import('./html/page.ts');
    const body = email.html ? readFragment(email.html) : plainBody(email.text ?? '');
    const date = valueOf(email, 'date');
    const proposals = [
      ...header('title', email.subject ?? null, `Subject: ${email.subject ?? ''}`, true),
      ...header('author', email.from?.name ?? null, `From: ${valueOf(email, 'from')}`, false),
      ...header('issued', isoDateIn(date), `Date: ${date}`, true),
    ];
    return { articles: [{ ...body, proposals }] };
  },
};

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
    const email = await parse(file);
    const address =
      valueOf(email, 'snapshot-content-location') || valueOf(email, 'content-location');
    const url = absoluteHttp(address, null);
    const { readPage } = await import('./html/page.ts');
    const page = readPage(email.html ?? '', url);
    const proposals = [...page.proposals, ...header('URL', url, address, true)];
    return { articles: [{ ...page, proposals }] };
  },
};
