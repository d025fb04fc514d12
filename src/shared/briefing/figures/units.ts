import { stem } from '../../text/stem.ts';

/** What a word or sign counts, where languages have their own words for it. */
const known: Readonly<Record<string, string>> = {
  '%': 'percent',
  '％': 'percent',
  percent: 'percent',
  pct: 'percent',
  パーセント: 'percent',
  퍼센트: 'percent',
  $: 'dollar',
  dollar: 'dollar',
  ドル: 'dollar',
  달러: 'dollar',
  '€': 'euro',
  euro: 'euro',
  ユーロ: 'euro',
  유로: 'euro',
  '£': 'pound',
  pound: 'pound',
  '¥': 'yen',
  '￥': 'yen',
  yen: 'yen',
  円: 'yen',
  엔: 'yen',
  '₩': 'won',
  won: 'won',
  ウォン: 'won',
  원: 'won',
  people: 'person',
  person: 'person',
  persons: 'person',
  人: 'person',
  名: 'person',
  명: 'person',
};

/** Lengths of time say when or how long, and differ without contradicting each other. */
const times = new Set(
  'second minute hour day week month year decade century night weekend time'.split(' ').map(stem),
);

const cjkUnits = 'パーセント 퍼센트 ドル 달러 ユーロ 유로 ウォン 원 円 엔 人 名 명 ％ %'.split(' ');

/** Words that end what a number counts. */
const closing = new Set(
  (
    'of in on at by to from for with and or but who that which was were is are be been has have had ' +
    'will would could may the a an as than more less over under after before since until during ' +
    'while when where into out per between among about also he she it they we said says told'
  ).split(' '),
);

/** A word as it is compared with others: without its plural, and in one word for all languages. */
export const comparable = (word: string): string => {
  const lower = word.toLowerCase();
  return known[lower] ?? known[lower.replace(/s$/u, '')] ?? stem(lower);
};

/** What a number counts: the words after it, or null where it counts nothing that can be compared. */
export function unitAfter(
  rest: string,
): { readonly words: readonly string[]; readonly length: number } | null {
  const cjk = cjkUnits.find((unit) => rest.startsWith(unit));
  if (cjk !== undefined) return { words: [known[cjk] ?? cjk], length: cjk.length };
  const perCent = /^ ?(?:%|per ?cent(?:age points?)?\b)/iu.exec(rest)?.[0];
  if (perCent !== undefined) return { words: ['percent'], length: perCent.length };
  const words: string[] = [];
  let length = 0;
  for (const match of rest.matchAll(/([ -])(\p{L}[\p{L}’'-]*)/gu)) {
    const word = match[2] ?? '';
    if (match.index !== length || words.length === 3 || closing.has(word.toLowerCase())) break;
    words.push(comparable(word));
    length += match[0].length;
  }
  const [first] = words;
  if (first === undefined || words.some((word) => times.has(word))) return null;
  return { words, length };
}

/** The currency whose sign stands before a number. */
export const currencyBefore = (sign: string): string | undefined => known[sign];
