import { AttacheError } from '../../../../../shared/contract/errors.ts';
import type { Format, FormatFile, InnerFile } from '../format.ts';
import { headOf } from './parse-mail.ts';

/** The line before each message: the sender, and when it arrived in the box. */
const separator = /^From [^\n]*\d{1,2}:\d{2}[^\n]*\d{4}[^\n]*\n(?=>?(?:From |[\w-]{1,60}:))/;
const separatorBytes = Buffer.from('\nFrom ');
const longestSeparator = 400;

const mostMessages = 10_000;

/** Lines of a message that look like such a line have a mark put before them (mboxrd). */
const marked = /^>(>*From )/gm;

/** Thunderbird's flag of messages that are deleted and still in the file. */
const status = /^x-mozilla-status:\s*([\da-f]{4})\s*$/im;
const isDeleted = (head: string): boolean =>
  (Number.parseInt(status.exec(head)?.[1] ?? '0', 16) & 0x8) !== 0;

const source = ({ bytes }: FormatFile): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

/** Whether a message begins where `text` does; no more is looked at than such a line may fill. */
const isSeparated = (text: string): boolean =>
  separator.test(text.slice(0, longestSeparator).replaceAll('\r\n', '\n'));

/** Where the message begins whose line begins at `at`; null where none does. */
function messageAt(box: Buffer, at: number): number | null {
  if (!isSeparated(box.toString('latin1', at, at + longestSeparator))) return null;
  return box.indexOf('\n', at) + 1;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function spansOf(name: string, box: Buffer): Span[] {
  const spans: Span[] = [];
  let start = messageAt(box, 0);
  for (let at = 0; start !== null;) {
    const next = box.indexOf(separatorBytes, at);
    const after = next === -1 ? null : messageAt(box, next + 1);
    if (next === -1 || after !== null) {
      spans.push({ start, end: next === -1 ? box.length : next });
      start = after;
    }
    at = next + 1;
    if (spans.length <= mostMessages) continue;
    throw new AttacheError(
      'file-too-large',
      `"${name}" holds more than ${mostMessages} messages. Move those you need to a folder of their own and import that.`,
    );
  }
  return spans;
}

const headLength = 16_384;

function messageOf(box: Buffer, { start, end }: Span, number: number): InnerFile[] {
  const bytes = box.subarray(start, end);
  const text = bytes.toString('latin1', 0, headLength);
  if (bytes.length === 0 || isDeleted(headOf(text))) return [];
  const whole = bytes.includes('\n>') ? bytes.toString('latin1').replaceAll(marked, '$1') : null;
  return [
    {
      name: `message ${number}.eml`,
      bytes: whole === null ? new Uint8Array(bytes) : Buffer.from(whole, 'latin1'),
    },
  ];
}

/** Mailboxes: each message as if it were a file of its own; those marked as deleted are passed over. */
export const mbox: Format = {
  id: 'mbox',
  label: 'Mailbox (mbox)',
  extensions: ['mbox', 'mbx'],
  quick: false,
  matches: ({ text, extension }) =>
    extension !== 'eml' &&
    isSeparated(text ?? '') &&
    /^(?:from|subject|date|received|return-path|x-mozilla-status):/im.test(headOf(text)),
  read(file) {
    const box = source(file);
    const files = spansOf(file.name, box).flatMap((span, index) => messageOf(box, span, index + 1));
    if (files.length === 0) {
      throw new AttacheError(
        'no-articles',
        `The mailbox "${file.name}" has no messages left in it to import.`,
      );
    }
    return { files };
  },
};
