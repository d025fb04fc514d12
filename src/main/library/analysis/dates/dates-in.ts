import type { Block, TextRange } from '../../../../shared/model/ranges.ts';
import { sentences } from '../../../../shared/text/sentences.ts';
import { bareYears, easternDates } from './numbered-dates.ts';
import { spelledDates } from './spelled-dates.ts';
import type { TextDate } from './text-date.ts';

interface DatedText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly language: string | null;
  /** The date of publication, which relative dates are counted from. */
  readonly issued: string | null;
}

const isEastern = /^(?:ja|zh|ko)\b/iu;
/** Sentences without any of this hold no date; most are passed over by it. */
const mayHold =
  /\d|[年月日년월]|day\b|\b(?:last|this|next|ago|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|gestern|heute|morgen|hier|demain|hoy|ayer|mañana|oggi|ieri|domani|hoje|ontem|vor|letzte|janv|févr|avr|mai|juin|juil|août|déc|märz|okt|dez|ene|abr|ago|dic|genn|magg|giug|lugl|sett|ott|mont|lun|mar|mié|mer|jeu|jue|ven|vie|sam|sáb|dom|die|mit|don|fre|son)/iu;
/** What is longer is no sentence; only its beginning is read, since reading is slower than linear. */
const longestSentence = 2000;
/** Nobody reads on: a text of tables would hold a date in every cell. */
const mostDates = 5000;

/** Sentences, with "am 9. März" in one piece. */
function sentencesOf(words: string, locale: string): TextRange[] {
  const joined: TextRange[] = [];
  for (const range of sentences(words, locale)) {
    const last = joined.at(-1);
    if (last !== undefined && /\b\d{1,2}\.$/u.test(words.slice(last.start, last.end))) {
      joined[joined.length - 1] = { start: last.start, end: range.end };
    } else joined.push(range);
  }
  return joined;
}

const overlaps = (a: TextRange, b: TextRange) => a.start < b.end && b.start < a.end;

/** The dates a text speaks of, in order, each with its sentence. None lie over another. */
export function datesIn({ text, blocks, language, issued }: DatedText): TextDate[] {
  const found: TextDate[] = [];
  const locale = language ?? 'en';
  for (const block of blocks) {
    if (found.length >= mostDates) break;
    const words = text.slice(block.start, block.end);
    if (!mayHold.test(words)) continue;
    for (const range of sentencesOf(words, locale)) {
      const sentence = words.slice(range.start, Math.min(range.end, range.start + longestSentence));
      if (!mayHold.test(sentence)) continue;
      const at = block.start + range.start;
      const here = isEastern.test(locale)
        ? easternDates(sentence, issued === null ? null : Number(issued.slice(0, 4)))
        : [...spelledDates({ sentence, issued }, language), ...bareYears(sentence)];
      const kept: TextDate[] = [];
      for (const one of here) {
        if (kept.some((other) => overlaps({ start: at + one.start, end: at + one.end }, other))) {
          continue;
        }
        kept.push({
          ...one,
          start: at + one.start,
          end: at + one.end,
          sentence: { start: at, end: block.start + range.end },
        });
      }
      found.push(...kept.toSorted((a, b) => a.start - b.start));
    }
  }
  return found;
}
