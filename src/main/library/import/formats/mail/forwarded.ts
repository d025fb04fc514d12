import type { Proposal } from '../../../../../shared/model/import.ts';
import type { HiddenRange } from '../../../../../shared/model/ranges.ts';
import { labelledValues } from '../../metadata/labelled-value.ts';

const sender = /^(?:from|von|de|da|van|発信者|差出人)\s*[:：]\s*"?([^"<[(]*)/iu;
const sent = /^(?:date|sent|gesendet|datum|envoyé|enviado|inviato|送信日時)\s*[:：]\s*(.+)$/iu;

/** "Wed, 4 Mar 2026 at 10:00" without the hour. */
const hour = /(?:,?\s+(?:at|um|à)\s+|,?\s+)\d{1,2}[:.]\d{2}.*$/iu;

/**
 * What the envelope of a message that was forwarded says: who wrote it, and when. `hidden` are the
 * lines of the first envelope in the text and what follows.
 */
export function forwardedProposals(text: string, hidden: readonly HiddenRange[]): Proposal[] {
  const lines = hidden
    .filter(({ reason }) => reason === 'metadata')
    .map(({ start, end }) => ({ start, end, words: text.slice(start, end).trim() }));
  const first = (pattern: RegExp) => {
    const line = lines.find(({ words }) => pattern.test(words));
    const value = line === undefined ? undefined : pattern.exec(line.words)?.[1]?.trim();
    if (line === undefined || value === undefined || value === '') return null;
    const { start, end, words } = line;
    return {
      value,
      evidence: { rule: 'mail-header' as const, text: words.slice(0, 300), start, end },
    };
  };
  const [from, date] = [first(sender), first(sent)];
  return [
    ...(date === null ? [] : labelledValues('issued', date.value.replace(hour, ''), date.evidence)),
    ...(from === null || from.value.includes('@')
      ? []
      : [{ field: 'author' as const, value: from.value, certain: false, evidence: from.evidence }]),
  ];
}
