import { AttacheError } from '../../../../../shared/contract/errors.ts';
import { isPrompt } from '../../../cleaning/rules.ts';
import { isoDateIn } from '../../metadata/iso-date.ts';
import { canonicalText } from '../../../articles/text/canonical.ts';
import { plainBlocks } from '../../../articles/text/plain-blocks.ts';
import type { Format, RawArticle } from '../format.ts';
import { encryptedWords } from '../refusals.ts';
import { joinHidden } from '../join-hidden.ts';
import { attachedFiles } from './attachments.ts';
import { forwardedProposals } from './forwarded.ts';
import { mailFurniture } from './furniture.ts';
import { hiddenArmour, isCiphertext, unguarded } from './pgp.ts';
import { fromHeader, headOf, parseMail, valueOf } from './parse-mail.ts';

function plainBody(source: string): RawArticle {
  const text = unguarded(canonicalText(source));
  const blocks = plainBlocks(text, isPrompt);
  return { text, blocks, marks: [], hidden: [], extracted: false, proposals: [] };
}

const mailHeader = /^(?:from|received|return-path|mime-version|message-id|delivered-to|subject):/im;
/** Lines only a mail system writes: without them a text merely begins like a letter. */
const delivery = /^(?:received|return-path|message-id|mime-version|date):/im;

/** What programs put before the subject of answers and forwarded messages. */
const handedOn = /^(?:(?:re|fwd?|aw|wg|tr|rv|vs|sv|ant|doorst)\s*:\s*)+/i;

/** A subject that says so: the article is the message inside. */
const forward = /^(?:fwd?|wg|tr|rv|vs|doorst)\s*:/i;

const encryptedMessage = (name: string) =>
  new AttacheError('encrypted-file', `"${name}" ${encryptedWords}`);

/** E-mail messages: the body with its links; what is attached is read as files of their own. */
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
    const email = await parseMail(file);
    const { readFragment } = await import('../html/page.ts');
    const body = email.html ? readFragment(email.html) : plainBody(email.text ?? '');
    const date = valueOf(email, 'date');
    const subject = email.subject ?? '';
    if (isCiphertext(body.text)) throw encryptedMessage(file.name);
    const furniture = mailFurniture(body.text, body.blocks);
    const armour = hiddenArmour(body.text, body.blocks);
    const hidden = joinHidden(joinHidden(armour, furniture), body.hidden);
    const inside = forward.test(subject) ? forwardedProposals(body.text, furniture) : [];
    const isDated = inside.some(({ field, certain }) => field === 'issued' && certain);
    const proposals = [
      ...inside,
      ...fromHeader('title', subject.replace(handedOn, ''), `Subject: ${subject}`, true),
      ...fromHeader('author', email.from?.name ?? null, `From: ${valueOf(email, 'from')}`, false),
      ...fromHeader('issued', isoDateIn(date), `Date: ${date}`, !isDated),
    ];
    return { articles: [{ ...body, hidden, proposals }], files: attachedFiles(email) };
  },
};
