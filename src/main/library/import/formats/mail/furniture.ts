import type { Block, HiddenRange } from '../../../../../shared/model/ranges.ts';

/** More lines than a signature has are no signature. */
const longestSignature = 12;

const signature = /^--$/;
const device =
  /^(?:sent from my|envoyé de mon|von meinem .{1,30} gesendet|get outlook for)\b.{0,60}$/i;
const disclaimer =
  /^(?:this|the information (?:contained )?in this) (?:e-?mail|message|communication)\b.{0,200}\b(?:confidential|intended (?:only|solely)|privileged)\b/i;
const forwarded =
  /^-{2,}\s*(?:forwarded message|original message|weitergeleitete nachricht|ursprüngliche nachricht|message transféré|message d.origine|mensaje reenviado|転送メッセージ)\s*-{2,}$/i;
/** A line of a message that is answered, or the one before it. */
const quoted =
  /^>|^.{5,150}(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef|skrev)\s*:$/iu;
const envelope =
  /^(?:from|to|cc|bcc|reply-to|date|sent|subject|von|an|gesendet|betreff|datum|de|à|envoyé|objet|para|enviado|asunto|da|inviato|oggetto|発信者|差出人|送信日時|宛先|件名)\s*[:：]/iu;
/** So many lines of an envelope in a row are one, also where no line says that it begins. */
const envelopeLines = 3;

/**
 * Which lines are a signature, from its `sign` to the end or to what another message brings: what
 * was forwarded or is answered often stands below it.
 */
function signatures(lines: readonly ('sign' | 'other' | '')[]): boolean[] {
  const signed = lines.map(() => false);
  lines.forEach((line, index) => {
    if (line !== 'sign' || index === 0) return;
    const found = lines.indexOf('other', index);
    const end = found === -1 ? lines.length : found;
    if (end - index <= longestSignature) signed.fill(true, index, end);
  });
  return signed;
}

/** What a mail program puts around the words of a message: signature, notices, an envelope inside. */
export function mailFurniture(text: string, blocks: readonly Block[]): HiddenRange[] {
  const lines = blocks.map((block) => ({
    block,
    words: text.slice(block.start, block.end).trim(),
  }));
  const isEnvelope = lines.map(({ words }) => envelope.test(words));
  const begin = lines.map(
    ({ words }, index) =>
      forwarded.test(words) ||
      isEnvelope.slice(index, index + envelopeLines).filter(Boolean).length === envelopeLines,
  );
  const isSigned = signatures(
    lines.map(({ words }, index) =>
      begin[index] === true || quoted.test(words) ? 'other' : signature.test(words) ? 'sign' : '',
    ),
  );
  let inEnvelope = false;
  return lines.flatMap(({ block: { start, end }, words }, index): HiddenRange[] => {
    inEnvelope = begin[index] === true || (inEnvelope && isEnvelope[index] === true);
    if (inEnvelope) return [{ start, end, reason: 'metadata', by: 'rule' }];
    const furniture = isSigned[index] === true || device.test(words) || disclaimer.test(words);
    return furniture ? [{ start, end, reason: 'footer', by: 'rule' }] : [];
  });
}
