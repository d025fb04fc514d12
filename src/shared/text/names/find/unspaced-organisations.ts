import type { TextRange } from '../../../model/ranges.ts';

/** What stands before a word for a body and says only which kind of body it is. */
const generic =
  /^(?:国立|公立|私立|国公立|各|同|両|全|元|旧|新|某|当|該|主要|大手|有名|名門|地方|地元|国内|国際|海外|外国|女子|中央|商業|民間|第三者|特別|実行|調査|検討|準備|選考|常置|常任|運営|対策|推進|指導|進路|相談|革命|改訳|予算|英字|船内|関係|上級|自治|小|都市|投資|信託|现代|商业|各大|多家|一家|这家|該|有关|相关)+$/u;

/** Words of time that stand right before a name without a space. */
const before = /^(?:今日|昨日|明日|本日|同日|今年|昨年|今月|先月|今回|一方|現在|当時|午前|午後)+/u;

const japaneseBodies = [
  // Ministries; "広東省" is a province.
  '[\\p{Script=Han}\\p{Script=Katakana}ー]{1,8}[務衛学働産業通境防蔵法工商政総]省',
  '(?:警察|検察|気象|金融|宮内|消費者|国税|文化|水産|林野|特許|資源エネルギー|観光|復興|防衛装備|スポーツ|海上保安|公安調査|出入国在留管理|デジタル|こども家庭|中小企業)庁',
  '[\\p{Script=Han}\\p{Script=Katakana}ー]{2,12}(?<![与野政各両同新旧全首])党',
  '[\\p{Script=Han}\\p{Script=Katakana}ー]{2,14}(?:委員会|銀行|大学|機構|協会|裁判所|新聞|新聞社|通信社|研究所|財団|連盟|連合会|安全保障会議|人民会議|学術会議|交流協会|合同会社)',
].join('|');

/** A body in Japanese: its run begins where no other character of a name stands before it. */
const japanese = new RegExp(
  `(?<![\\p{Script=Han}\\p{Script=Katakana}ー])(?:${japaneseBodies})(?!生|院|員|紙|部|料|票|社員|機関)`,
  'gu',
);

const chinese =
  /\p{Script=Han}{2,12}(?:委员会|委員會|银行|銀行|大学|大學|公司|集团|集團|协会|協會|法院|通讯社|通訊社|社|日报|日報|组织|組織|联盟|聯盟|基金会|基金會|外交部|国防部|國防部|商务部|財政部|财政部|教育部|公安部|司法部|统一部|統一部|党|黨)/gu;
/** Words of grammar that a Chinese name does not begin with. */
const chineseOpening =
  /^[据據在由与與和对對从從向被把将將但而于於是该該此因为為以及其他她它们們了的也又并並还還等说說称稱到前原]+/u;

const koreanBodies = [
  '(?:외교|국방|통일|법무|기획재정|재정경제|교육|환경|보건복지|산업통상자원|행정안전|국토교통|고용노동|문화체육관광|해양수산|농림축산식품|여성가족|과학기술정보통신|국무|재무|상무|내무)부',
  '(?:대|고등|지방)?(?:검찰|경찰|기상|국세|통계|질병관리|소방|병무|산림|조달|특허|방위사업)청',
  '\\p{Script=Hangul}{0,6}(?:민주|노동|공산|자유|보수|진보|녹색|정의|개혁|사회|공화|통합)당',
  '\\p{Script=Hangul}{2,10}(?:위원회|은행|대학교|협회|재판소|법원|연구원|연구소|재단|일보|통신사)',
].join('|');
const korean = new RegExp(
  `(?<!\\p{Script=Hangul})(?:${koreanBodies})(?=(?:은|는|이|가|을|를|의|에|에서|와|과|도|로|측|측은|측이|에는|에게)?(?!\\p{Script=Hangul}))`,
  'gu',
);
const koreanGeneric =
  /^(?:시중|중앙|지방|일반|각|해당|특별|국내|주요|양|외국|(?:상임|임시|대책|운영|정보|인수|투자|고등|최고|국립|준비|윤리|예산|심사|조사)(?:위원회|은행|법원|대학교)$)/u;

const isGenericName = (name: string): boolean => {
  const stem =
    /^(.+?)(?:委員会|銀行|大学|機構|協会|裁判所|新聞社?|通信社?|研究所|財団|連盟|党|委员会|银行|公司|集团|法院|社|组织|联盟)$/u.exec(
      name,
    )?.[1];
  return stem !== undefined && generic.test(stem);
};

const inJapanese = (text: string): TextRange[] =>
  [...text.matchAll(japanese)].flatMap(({ index, 0: run }) => {
    const skipped = before.exec(run)?.[0].length ?? 0;
    const name = run.slice(skipped);
    if (name.length < 3 || isGenericName(name)) return [];
    return [{ start: index + skipped, end: index + run.length }];
  });

/** Bodies looked for again in a Chinese text; more of them are in no article. */
const mostSought = 200;

/**
 * In Chinese nothing shows where a name begins: only what stands once after a mark or at the start
 * of a line, and again elsewhere, is a name.
 */
function inChinese(text: string): TextRange[] {
  const names = new Set<string>();
  for (const { index, 0: run } of text.matchAll(chinese)) {
    if (/\p{Script=Han}/u.test(text.charAt(index - 1))) continue;
    const name = run.replace(chineseOpening, '');
    if (name.length > 3 && !isGenericName(name) && names.size < mostSought) names.add(name);
  }
  return [...names].flatMap((name) => {
    const places: TextRange[] = [];
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      places.push({ start: at, end: at + name.length });
    }
    return places.length > 1 ? places : [];
  });
}

const inKorean = (text: string): TextRange[] =>
  [...text.matchAll(korean)].flatMap(({ index, 0: name }) =>
    koreanGeneric.test(name) ? [] : [{ start: index, end: index + name.length }],
  );

/**
 * Bodies in texts without capitals, by the word they end with: ministries, parties, banks,
 * universities. What only says the kind of a body ("中央銀行", "与党") is no name.
 */
export function unspacedOrganisations(text: string): TextRange[] {
  const isJapanese = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
  const found = [...(isJapanese ? inJapanese(text) : inChinese(text)), ...inKorean(text)];
  let end = 0;
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((place) => place.start >= end && (end = place.end) > 0);
}
