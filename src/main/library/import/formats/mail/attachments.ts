import type { Attachment, Email } from 'postal-mime';
import type { InnerFile } from '../format.ts';

/** Parts no article is in: pictures, sound, appointments, signatures, cards. */
const noArticle =
  /^(?:image|audio|video|font)\/|^text\/(?:calendar|x?-?vcard)$|^application\/(?:(?:x-)?pkcs7-signature|pgp-\w+|ics)$/;

const extensions: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'text/plain': 'txt',
  'text/rtf': 'rtf',
  'application/rtf': 'rtf',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/epub+zip': 'epub',
  'message/rfc822': 'eml',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

const mostAttachments = 1000;

/** The bytes of an attachment, which may have been read as text. */
export function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content);
  return new Uint8Array(content);
}

/** The files of a message that may hold articles. One without a name is called by its number. */
export function attachedFiles({ attachments }: Email): InnerFile[] {
  return attachments
    .slice(0, mostAttachments)
    .filter(({ mimeType, related }) => related !== true && !noArticle.test(mimeType))
    .map((attachment, index) => {
      const extension = extensions[attachment.mimeType];
      const bare = attachment.filename?.trim() || `attachment ${index + 1}`;
      const known = extension === undefined || /\.[a-z\d]{2,5}$/i.test(bare);
      return { name: known ? bare : `${bare}.${extension}`, bytes: bytesOf(attachment) };
    })
    .filter(({ bytes }) => bytes.length > 0);
}
