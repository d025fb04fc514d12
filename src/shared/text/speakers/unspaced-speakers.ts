import type { TextRange } from '../../model/ranges.ts';
import { titlesAfterNames } from '../names/honorifics.ts';
import type { Agent } from './agents.ts';

const saying =
  /^[^。「」]{0,40}?(?:述べ|語っ|話し|言っ|話す|語る|言う|指摘|強調|説明|表明|主張|訴え|答え|明らか|批判|要求|発言|評し|評する|呼ん|コメント|答弁|^と(?:した|している|して|する)[。、])/u;
const subjectAfter =
  /^(?:と|など(?:と)?)、?([\p{Script=Han}\p{Script=Katakana}ー・々]{2,20})(?:は|が|も)/u;
const subjectBefore =
  /(?:^|[。、」\n])\s*([^。、「」\n]{2,24}?)(?<!について|に|で|と)(?:は|が|も)[^。「」\n]{0,60}$/u;
const koreanAfter = /^(?:이?라고|고|며)\s/u;
const koreanBefore = /([\p{Script=Hangul}\s]{2,20}?)(?:은|는|이|가)\s[^.\n]{0,40}$/u;

function agentAt(start: number, words: string): Agent {
  const title = titlesAfterNames.find((item) => words.endsWith(item) && words.length > item.length);
  const called = title === undefined ? words : words.slice(0, -title.length);
  // "与党書記のイレナ": what stands before the name is an office.
  const name = called.replace(/^.*の(?=[\p{Script=Han}\p{Script=Katakana}])/u, '').trim();
  const from = start + words.indexOf(name);
  return { start: from, end: from + name.length, name, kind: 'person' };
}

/** The speaker of 「…」 in Japanese and of “…” in Korean: 「…」とXは述べた, Xは「…」と語った. */
export function unspacedSpeaker(
  text: string,
  quote: TextRange,
): { speaker: Agent; evidence: TextRange } | undefined {
  const after = text.slice(quote.end + 1, quote.end + 80);
  const before = text.slice(Math.max(0, quote.start - 121), quote.start - 1);
  const offset = Math.max(0, quote.start - 121);
  const isSaid = /^(?:と|など)/u.test(after) && saying.test(after);
  const isKorean = koreanAfter.test(after);
  if (!isSaid && !isKorean) return undefined;
  const behind = isSaid ? subjectAfter.exec(after) : null;
  if (behind?.[1] !== undefined) {
    const start = quote.end + 1 + behind[0].indexOf(behind[1]);
    const speaker = agentAt(start, behind[1]);
    return { speaker, evidence: { start, end: start + behind[1].length } };
  }
  const ahead = (isSaid ? subjectBefore : koreanBefore).exec(before);
  if (ahead?.[1] === undefined) return undefined;
  const start = offset + ahead.index + ahead[0].indexOf(ahead[1]);
  const speaker = agentAt(start, ahead[1]);
  return { speaker, evidence: { start, end: start + ahead[1].length } };
}
