import { titlesAfterNames } from '../honorifics.ts';
import { unspacedStateNames } from '../states.ts';

/** A place that names a person; `isFull`: by more than a surname. */
export interface PersonPlace {
  readonly start: number;
  readonly name: string;
  readonly isFull: boolean;
}

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Family names of one character, most of Chinese and Korean ones. */
const hanFamilies = set(
  Array.from(
    '王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文朴安裴',
  ).join(' '),
);
const hangulFamilies = set(
  '김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 유 전 홍 고 문 양 손 배 백 허 남 심 노 하 곽 성 차 주 우 구 민 진 나 엄 채 원 천 방 공 현 함 변 염 여 추 도 소 석 선 설 마 길 연 위 표 명 기 반 왕 금 옥 육 인 맹 제 모 탁 국 어 은 편 용 리 림 량 려',
);
/** What follows a Chinese name rather than belonging to it. */
const afterName =
  /^(?:$|[^\p{Script=Han}]|[说說在对對和与與及将將于於也的是表指称稱会會访訪出周星今昨本强強呼认認并並还還则則就从從向给給率抵发發参參主同被把已曾又没未不再仍正])/u;

const endingTitle = (run: string) => titlesAfterNames.find((title) => run.endsWith(title));
const hasTitle = (name: string) => titlesAfterNames.some((title) => name.includes(title));

/** A run without the state or office it begins with. */
function withoutState(run: string): string {
  for (const [name] of unspacedStateNames()) {
    if (run.startsWith(name) && run.length > name.length) return run.slice(name.length);
  }
  return run;
}

const hanRuns =
  /[\p{Script=Han}々]{2,}|[\p{Script=Katakana}ー・＝]{2,}[\p{Script=Han}]*(?:さん)?|[\p{Script=Han}々]{1,4}(?=さん)/gu;

/** "新北党" in "新北党代表": a body has the title to give. */
const ofBodies = /.{2}[党省庁部会社軍院局署所都道府県縣市区區州]$/u;

/** "山本花子首相", "アンナ・リンド米大統領": what stands before a title. */
function beforeTitles(text: string): PersonPlace[] {
  return [...text.matchAll(hanRuns)].flatMap((match): PersonPlace[] => {
    const [run] = match;
    const called = text.startsWith('さん', match.index + run.length) ? '' : endingTitle(run);
    if (called === undefined) return [];
    const whole = called === '' ? run : run.slice(0, -called.length);
    const isKatakana = /\p{Script=Katakana}/u.test(whole);
    // "リンド米大統領": the state's short name belongs to the office.
    const bare = isKatakana ? whole.replace(/[\p{Script=Han}]+$/u, '') : withoutState(whole);
    const name = bare.replace(/^[・＝]+|[・＝]+$/gu, '');
    if (name === '' || hasTitle(name) || ofBodies.test(name)) return [];
    const isFull = isKatakana ? /[・＝]/u.test(name) : /^(?:.{3,4}|.{4}[郎介助輔佑])$/u.test(name);
    if (!isFull && name.length > 4 && !isKatakana) return [];
    return [{ start: match.index + whole.indexOf(name), name, isFull }];
  });
}

const hiraganaGiven = new RegExp(
  `(?<!\\p{Script=Han})[\\p{Script=Han}々]{1,3}(?!まで|から|より|など|だけ|ほど|きょう|きのう|あす)[^\\P{Script=Hiragana}がをでにへはとものやの]\\p{Script=Hiragana}{1,3}(?=${titlesAfterNames
    .filter((title) => /^[\p{Script=Han}さん様]+$/u.test(title))
    .join('|')})`,
  'gu',
);

/** "山本さおり知事": a given name in hiragana, which does not begin like a particle. */
const withHiragana = (text: string): PersonPlace[] =>
  Array.from(text.matchAll(hiraganaGiven), ({ index, 0: name }) => ({
    start: index,
    name,
    isFull: true,
  }));

const dotted = /^(\p{Script=Han}{1,5})·(\p{Script=Han}{1,5})/u;

/** How far around a name it is looked for again, in characters. */
const around = 10_000;

/** How much of a run after a title is a Chinese name; 0 where it cannot be told. */
function chineseLength(text: string, start: number): number {
  const run = text.slice(start, start + 12);
  const isAgain = (part: string, at: number): boolean =>
    text.slice(at + 1, at + around).includes(part) ||
    text.slice(Math.max(0, at - around), at).includes(part);
  const parts = dotted.exec(run);
  if (parts !== null) {
    const [, first = '', last = ''] = parts;
    for (let length = Math.min(4, last.length); length > 1; length -= 1) {
      const part = last.slice(0, length);
      const before = first.length + 1;
      const isEnd = afterName.test(run.slice(before + length));
      if (isEnd || isAgain(part, start + before)) return before + length;
    }
    return 0;
  }
  if (!hanFamilies.has(run[0] ?? '')) return 0;
  const fits = (length: number) =>
    run.length >= length &&
    /^\p{Script=Han}+(?<![说說称稱])$/u.test(run.slice(0, length)) &&
    (afterName.test(run.slice(length)) || isAgain(run.slice(0, length), start));
  return [3, 2].find(fits) ?? 0;
}

/** "国家主席王建国", "发言人李小梅": in Chinese what stands after a title. */
function afterTitles(text: string): PersonPlace[] {
  const found: PersonPlace[] = [];
  for (const title of titlesAfterNames) {
    if (!/^\p{Script=Han}{2,}$/u.test(title)) continue;
    for (let at = text.indexOf(title); at >= 0; at = text.indexOf(title, at + 1)) {
      const start = at + title.length;
      const length = chineseLength(text, start);
      const name = text.slice(start, start + length);
      if (length > 0 && !hasTitle(name)) found.push({ start, name, isFull: true });
    }
  }
  return found;
}

/** Family names of two characters. */
const doubleFamilies =
  /^(?:司马|司馬|欧阳|歐陽|上官|诸葛|諸葛|东方|東方|夏侯|皇甫|尉迟|慕容|司徒|令狐|端木)/u;
/** What a Chinese name may follow within a run of characters. */
const beforeName =
  /(?:^|[^\p{Script=Han}々]|[了和与與及对對向由被把给給称稱说說是的跟同见見访訪])$/u;
const dottedBefore = /(\p{Script=Han}{1,5}(?:[·・]\p{Script=Han}{1,6}){1,3})$/u;
const notOfName = /^[了和与與及对對向由被把给給称稱说說是的跟同见見]/u;

/** "王建国总统", "约翰·贝格总统": in Chinese what stands before a title, other words around it. */
function chineseBeforeTitles(text: string): PersonPlace[] {
  const found: PersonPlace[] = [];
  for (const title of titlesAfterNames) {
    if (!/^\p{Script=Han}{2,}$/u.test(title)) continue;
    for (let at = text.indexOf(title); at >= 0; at = text.indexOf(title, at + 1)) {
      const before = text.slice(Math.max(0, at - 24), at);
      const [, parts] = dottedBefore.exec(before) ?? [];
      const isWhole = (length: number) => beforeName.test(before.slice(0, -length));
      const length =
        parts?.replace(notOfName, '').length ??
        [4, 3].find((count) => isChineseName(before.slice(-count), count) && isWhole(count));
      if (length === undefined) continue;
      const name = text.slice(at - length, at);
      if (!hasTitle(name)) found.push({ start: at - length, name, isFull: true });
    }
  }
  return found;
}

const isChineseName = (name: string, length: number): boolean =>
  name.length === length &&
  /^\p{Script=Han}+$/u.test(name) &&
  (doubleFamilies.test(name) || (length === 3 && hanFamilies.has(name.charAt(0)))) &&
  !ofBodies.test(name) &&
  !/[的了和与與]/u.test(name);

const hangulBeforeTitle = new RegExp(
  `(?<![\\p{Script=Hangul}])(?:(\\p{Script=Hangul}{2,5}) )?(\\p{Script=Hangul}{1,5}) (?:\\p{Script=Hangul}+(?:부|청|원|처|실|당|회) )?(?:국무|외무|국방|원내|부)?(?:${titlesAfterNames
    .filter((title) => /\p{Script=Hangul}/u.test(title))
    .join('|')})`,
  'gu',
);
const hangulParticle = /(?:은|는|이|가|을|를|의|에|와|과|도|서|며|고|인|한|쪽|일)$/u;
/** Ministries, agencies, parties. */
const hangulBody = /(?:부|청|원|처|실|당|회|힘)$/u;
const isHangulTitle = (word: string) => titlesAfterNames.some((title) => word.endsWith(title));

/** "박민수 대통령", "김철수 외교부 장관", "야마모토 하나코 총리"; a family name alone too. */
function hangulBeforeTitles(text: string): PersonPlace[] {
  return [...text.matchAll(hangulBeforeTitle)].flatMap((match): PersonPlace[] => {
    const [whole, before, name = ''] = match;
    const start = match.index + (before === undefined ? 0 : whole.indexOf(` ${name} `) + 1);
    if (isHangulTitle(name) || unspacedStateNames().has(name)) return [];
    const isKoreanName = (word: string) => hangulFamilies.has(word[0] ?? '') && word.length < 5;
    const isBody = hangulBody.test(name) && name.length > 2;
    if (isBody && before !== undefined && before.length > 2 && isKoreanName(before)) {
      return [{ start: match.index, name: before, isFull: true }];
    }
    const isForeign =
      before !== undefined &&
      before.length > 2 &&
      name.length > 1 &&
      !isBody &&
      !hangulParticle.test(before) &&
      !isHangulTitle(before) &&
      !unspacedStateNames().has(before) &&
      !hangulBody.test(before);
    if (isForeign) return [{ start: match.index, name: `${before} ${name}`, isFull: true }];
    if (!isKoreanName(name) || isBody) return [];
    return [{ start, name, isFull: name.length > 2 }];
  });
}

/** Every place where a text in Japanese, Chinese or Korean names a person by a title. */
export const titledPeople = (text: string): PersonPlace[] => [
  ...beforeTitles(text),
  ...withHiragana(text),
  ...afterTitles(text),
  ...chineseBeforeTitles(text),
  ...hangulBeforeTitles(text),
];
