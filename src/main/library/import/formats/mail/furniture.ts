import type { Block, HiddenRange } from '../../../../../shared/model/ranges.ts';

/** More lines than a signature has are no signature. */
const longestSignature = 12;

const signature = /^--$/;
const device =
  /^(?:sent from my|envoyé de mon|von meinem .{1,30} gesendet|get outlook for)\b.{0,60}$/i;
const disclaimer =
  /^(?:this|the information (?:contained )?in this) (?:e-?mail|message|communication)\b.{0,200}\b(?:confidential|intended (?:only|solely)|privileged)\b/i;
const forwarded =
  /^-{2,}\s*(?:forwarded message|original message|weitergeleitete nachricht|message transféré)\s*-{2,}$/i;
const envelope =
  /^(?:from|to|cc|bcc|reply-to|date|sent|subject|von|an|gesendet|betreff|datum|de|à|envoyé|objet|para|enviado|asunto|da|inviato|oggetto|発信者|差出人|送信日時|宛先|件名)\s*[:：]/iu;
/** So many lines of an envelope in a row are one, also where no line says that it begins. */
const envelopeLines = 3;

/** What a mail program puts around the words of a message: signature, notices, an envelope inside. */
export function mailFurniture(text: string, blocks: readonly Block[]): HiddenRange[] {
  const lines = blocks.map((block) => ({
    block,
    words: text.slice(block.start, block.end).trim(),
  }));
  const signed = lines.findLastIndex(({ words }) => signature.test(words));
  const ends = signed > 0 && lines.length - signed <= longestSignature ? signed : lines.length;
  const isEnvelope = lines.map(({ words }) => envelope.test(words));
  let inEnvelope = false;
  return lines.flatMap(({ block: { start, end }, words }, index): HiddenRange[] => {
    const begins =
      isEnvelope.slice(index, index + envelopeLines).filter(Boolean).length === envelopeLines;
    inEnvelope = forwarded.test(words) || begins || (inEnvelope && isEnvelope[index] === true);
    if (inEnvelope) return [{ start, end, reason: 'metadata', by: 'rule' }];
    const furniture = index >= ends || device.test(words) || disclaimer.test(words);
    return furniture ? [{ start, end, reason: 'footer', by: 'rule' }] : [];
  });
}
