import type { Email } from 'postal-mime';
import { AttacheError } from '../../../../../shared/contract/errors.ts';
import type { Proposal } from '../../../../../shared/model/import.ts';
import type { FormatFile } from '../format.ts';
import { decodeText } from '../../encoding/decode.ts';
import { bytesOf } from './attachments.ts';
import { signedContent, wrappedIn } from './cms.ts';
import { withCharset } from './charset.ts';
import { withoutMojibake } from './mojibake.ts';
import { beginningOf } from '../../../../../shared/text/shorten.ts';

/** Nesting of MIME parts and size of headers, as much as any real message has. */
const options = {
  maxNestingDepth: 60,
  maxHeadersSize: 1024 * 1024,
  forceRfc822Attachments: true,
} as const;

/** Reading takes time with the square of the parts, and no message has so many. */
const mostParts = 4000;

function checkParts(name: string, bytes: Uint8Array): void {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let parts = 0;
  for (let at = source.indexOf('\n--'); at !== -1; at = source.indexOf('\n--', at + 3)) parts += 1;
  if (parts <= mostParts) return;
  throw new AttacheError(
    'file-too-large',
    `"${name}" has more than ${mostParts} parts, more than any message a person wrote. It was left out.`,
  );
}

const mostLost = (email: Email): number => (email.text ?? email.html ?? '').split('\uFFFD').length;

async function parseInItsCharset(bytes: Uint8Array): Promise<Email> {
  const { default: PostalMime } = await import('postal-mime');
  const email = await PostalMime.parse(bytes, options);
  const mended = mostLost(email) > 1 ? withCharset(bytes) : null;
  if (mended === null) return email;
  const again = await PostalMime.parse(mended, options);
  return mostLost(again) < mostLost(email) ? again : email;
}

/** A message that lies in one piece with its signature (S/MIME), taken out of it. */
async function unsealed(name: string, email: Email): Promise<Email> {
  const sealed = email.attachments.find(({ mimeType }) => /pkcs7-mime$/i.test(mimeType));
  const bytes = sealed === undefined ? null : bytesOf(sealed);
  if (bytes === null || email.text || email.html || wrappedIn(bytes) !== 'signed') return email;
  const content = signedContent(bytes);
  if (content === null) return email;
  checkParts(name, content);
  const { text, html, attachments } = await parseInItsCharset(content);
  return {
    ...email,
    ...(text === undefined ? {} : { text }),
    ...(html === undefined ? {} : { html }),
    attachments,
  };
}

const subjectLine = /^subject:[^\S\n]*([^\n]*(?:\n[ \t][^\n]*)*)/im;

/** A subject whose letters were written as they are, in no encoding a header may have. */
function rawSubject(bytes: Uint8Array): string | undefined {
  const head = headOf(Buffer.from(bytes.subarray(0, 65_536)).toString('latin1'));
  const text = decodeText(Buffer.from(head, 'latin1'))?.text ?? '';
  return subjectLine
    .exec(text)?.[1]
    ?.replaceAll(/\s*\n\s*/g, ' ')
    .trim();
}

function inItsOwnLetters(email: Email, bytes: Uint8Array): Email {
  const { text, html, subject } = email;
  const isLost = subject?.includes('\uFFFD') === true;
  return {
    ...email,
    ...(text === undefined ? {} : { text: withoutMojibake(text) }),
    ...(html === undefined ? {} : { html: withoutMojibake(html) }),
    ...(subject === undefined
      ? {}
      : { subject: isLost ? (rawSubject(bytes) ?? subject) : withoutMojibake(subject) }),
  };
}

/** A message. Where it names a charset its bytes are not in, it is read under the detected one. */
export async function parseMail(file: FormatFile): Promise<Email> {
  const { name, bytes } = file;
  checkParts(name, bytes);
  try {
    return inItsOwnLetters(await unsealed(name, await parseInItsCharset(bytes)), bytes);
  } catch (error) {
    if (error instanceof AttacheError) throw error;
    throw new AttacheError(
      'damaged-file',
      `"${name}" is not a message Attache can read: it is damaged or nested too deep.`,
      { cause: error },
    );
  }
}

/** The value of a header, empty where the message has none. */
export const valueOf = (email: Email, key: string): string =>
  email.headers.find((header) => header.key === key)?.value ?? '';

/** A header's value as a proposal, `text` being the words it was read from. */
export function fromHeader(
  field: Proposal['field'],
  value: string | null,
  text: string,
  certain: boolean,
): Proposal[] {
  if (value === null || value.trim() === '') return [];
  const evidence = { rule: 'mail-header' as const, text: beginningOf(text, 300).toWellFormed() };
  return [{ field, value: beginningOf(value.trim(), 500).toWellFormed(), certain, evidence }];
}

const headers = /^(?:[\w-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*)+/;
/** The line a mailbox file puts before a message. */
const mailboxLine = /^>?From [^\n]*\n/;

/** The headers at the beginning of a text, empty where it begins with none. */
export const headOf = (text: string | null): string =>
  headers.exec((text ?? '').replaceAll('\r\n', '\n').replace(mailboxLine, ''))?.[0] ?? '';
