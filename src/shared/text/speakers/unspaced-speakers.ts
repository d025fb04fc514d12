import type { TextRange } from '../../model/ranges.ts';
import { titlesAfterNames } from '../names/honorifics.ts';
import type { Agent } from './agents.ts';
import type { Spoken } from './antecedents.ts';

/** How one language says who speaks beside a quotation; the name is the first group. */
interface Way {
  /** What stands right after the closing mark when somebody says the words. */
  readonly said?: RegExp;
  /** The speaker after the quotation, and before it in the same sentence. */
  readonly after: RegExp;
  readonly before: RegExp;
}

/** Japanese words that tell what was said, as far as all their forms share. */
const japaneseVerb =
  '(?:述べ|語っ|語る|話し|話す|言っ|言う|いう|指摘|強調|説明|表明|主張|訴え|答え|明らか|明かし|明かす|批判|要求|発言|評し|評する|呼ん|コメント|答弁|断言|反論|否定|力説|釈明|応じ|つぶや|漏らし|打ち明け|振り返|付け加え|呼びかけ|呼び掛け)';
/** "さん（67）". */
const japaneseAge = '(?:さん)?(?:[（(]\\d{1,3}歳?[）)])?';

const japanese: Way = {
  said: new RegExp(
    `^(?:と|など)[^。「」]{0,40}?${japaneseVerb}|^と(?:した|している|して|する)(?:[。、]|声明|談話|見解|考え)|^。[^。「」\\n]{2,40}こう[^。「」\\n]{0,12}${japaneseVerb}`,
    'u',
  ),
  after: new RegExp(
    `^(?:(?:と|など(?:と)?)、?|。(?=[^。「」\\n]{2,40}こう))([\\p{Script=Han}\\p{Script=Katakana}の・ー々]{2,24}?)${japaneseAge}(?:は|が|も)(?=[^。]{0,30}${japaneseVerb})`,
    'u',
  ),
  before:
    /(?:^|[。、」\n])\s*([^。、「」\n]{2,24}?)(?<!について|に|で|と)(?:は|が|も|によると|によれば)、?[^。「」\n]{0,60}$/u,
};

const chineseVerb =
  '(?:说道?|說道?|介绍|介紹|透露|表示|指出|强调|強調|称|稱|认为|認為|回应|回應|补充|補充|写道|寫道|宣布|警告|呼吁|呼籲|告诉[^，。]{0,8}|告訴[^，。]{0,8})';
/** "on Tuesday", "the 5th", between a speaker and where it was. */
const chineseDay =
  '(?:今天|今日|昨日|昨天|当天|當天|日前|近日|周[一二三四五六日末]|星期[一二三四五六日]|\\d{1,2}日)?';
const chinese: Way = {
  after: new RegExp(
    `^[，,]?([\\p{Script=Han}·]{2,20}?)${chineseDay}(?:在[^，。“”「」]{1,16})?${chineseDay}(?:对[^，。]{1,10})?${chineseVerb}`,
    'u',
  ),
  before: new RegExp(
    `(?:^|[。，！？\\n”」])\\s*(?:据|據)?([\\p{Script=Han}·]{2,20}?)${chineseDay}(?:在[^，。“”「」]{1,16})?(?:对[^，。]{1,10})?${chineseVerb}(?:[：:，,](?:(?!${chineseVerb})[^。！？“”「」\\n]){0,24})?\\s*$`,
    'u',
  ),
};

const korean: Way = {
  said: /^(?:이?라고|이?라며|고|며|면서)(?:\s|,)/u,
  after: /^(?:이?라고|이?라며|고|며|면서),?\s([\p{Script=Hangul}\s]{2,20}?)(?:은|는|이|가)\s/u,
  before: /(?:^|[.\n”"])\s*([\p{Script=Hangul}\s]{2,24}?)(?:은|는|이|가)\s[^.\n“”"]{0,40}$/u,
};

const arabicVerb = '(?:و|ف)?(?:قال|قالت|أضاف|أضافت|صرح|صرحت|أكد|أكدت|أوضح|أوضحت|تابع|تابعت)';
const arabic: Way = {
  after: new RegExp(
    `^[،,]?\\s*${arabicVerb}\\s+([\\p{L}\\p{M}\\s]{2,40}?)(?=\\s*[.،,\\n]|\\s*$)`,
    'u',
  ),
  before: new RegExp(
    `(?:^|[.،\\s])${arabicVerb}\\s+([^:.،"“«\\n]{2,40}?)(?:\\s(?:لل|في\\s|إن)[^:.\\n]{0,40})?:\\s*$`,
    'u',
  ),
};

/** Offices that stand before a name in Chinese. */
const officeBefore =
  /^.*(?:部长|部長|发言人|發言人|总统|總統|主席|总理|總理|首相|外长|外長|市长|市長|教授|议员|議員|大使|主任|局长|局長|书记|書記|记者|記者|专家|專家|学者|學者)(?=[\p{Script=Han}·]{2,})/u;

function agentAt(start: number, words: string): Agent {
  const title = titlesAfterNames.find((item) => words.endsWith(item) && words.length > item.length);
  // "外務省の報道官": without the office, nothing is left to belong to.
  const called = (
    title === undefined ? words : words.slice(0, -title.length).replace(/の$/u, '')
  ).trim();
  // "与党書記のイレナ": what stands before the name is an office.
  const name = called
    .replace(/^.*の(?=[\p{Script=Han}\p{Script=Katakana}])(?!一人$)/u, '')
    .replace(officeBefore, '')
    .trim();
  const from = start + words.indexOf(name);
  return { start: from, end: from + name.length, name, kind: 'person' };
}

const farthest = 120;

function spokenAt(offset: number, match: RegExpExecArray): Spoken {
  const words = match[1] ?? '';
  const start = offset + match.index + match[0].indexOf(words);
  return { speaker: agentAt(start, words), evidence: { start, end: start + words.length } };
}

/**
 * The speaker of 「…」 in Japanese and of “…” in Chinese, Korean and Arabic: 「…」とXは述べた,
 * Xは「…」と語った, “…，”X说, وقال X: "…". A quotation that is said, but by nobody named in its sentence, is `previous`'s.
 */
export function unspacedSpeaker(
  text: string,
  quote: TextRange,
  previous: { readonly quote: TextRange; readonly spoken: Spoken } | undefined,
): Spoken | undefined {
  const after = text.slice(quote.end + 1, quote.end + 80);
  const offset = Math.max(0, quote.start - 1 - farthest);
  const before = text.slice(offset, quote.start - 1);
  const beside = before.slice(-12) + after.slice(0, 12);
  const ways = unspaced.test(beside) ? [japanese, korean, chinese] : [arabic];
  if (!unspaced.test(beside) && !/\p{Script=Arabic}/u.test(beside)) return undefined;
  for (const way of ways) {
    if (way.said?.test(after) === false) continue;
    // “…。” is a sentence of its own: what follows it says who speaks next.
    const isEnded = way.said === undefined && /[。！？]$/u.test(text.slice(quote.start, quote.end));
    const behind = isEnded ? null : way.after.exec(after);
    if (behind !== null) return spokenAt(quote.end + 1, behind);
    const ahead = way.before.exec(before);
    if (ahead !== null) return spokenAt(offset, ahead);
    const isNear =
      previous !== undefined && !text.slice(previous.quote.end, quote.start).includes('\n');
    if (way.said !== undefined && isNear) return previous.spoken;
  }
  return undefined;
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
