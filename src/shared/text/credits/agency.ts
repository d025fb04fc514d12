/** News agencies by the names their credits carry; the first name is the preferred one. */
const agencies: readonly (readonly string[])[] = [
  ['Kyodo News', 'Kyodo', '共同通信', '共同'],
  ['Jiji Press', 'Jiji', '時事通信', '時事'],
  ['Reuters', 'Thomson Reuters', 'ロイター', '로이터', '路透社', '路透'],
  ['Associated Press', 'The Associated Press', 'AP'],
  ['Agence France-Presse', 'AFP', 'AFP-JIJI', '法新社'],
  ['Xinhua', 'Xinhua News Agency', '新华社', '新華社'],
  ['Yonhap', 'Yonhap News Agency', '연합뉴스', '聯合ニュース', '韩联社'],
  ['TASS', 'ITAR-TASS', 'ТАСС'],
  ['Interfax', 'Интерфакс'],
  ['dpa', 'Deutsche Presse-Agentur'],
  ['EFE', 'Agencia EFE'],
  ['ANSA'],
  ['PTI', 'Press Trust of India'],
  ['ANI', 'Asian News International'],
  ['IANS'],
  ['KCNA', 'Korean Central News Agency'],
  ['Bloomberg', 'Bloomberg News'],
  ['UPI', 'United Press International'],
  ['PA Media', 'Press Association'],
  ['Anadolu Agency', 'Anadolu'],
  ['Bernama'],
  ['Antara'],
  ['CNA', 'Central News Agency', '中央社'],
  ['SPA', 'Saudi Press Agency'],
  ['IRNA'],
  ['WAM'],
  ['Newsis', '뉴시스'],
  ['APA', 'Austria Presse Agentur'],
  ['ATS', 'Keystone-SDA'],
  ['NTB'],
  ['TT'],
  ['Ritzau'],
  ['Belga'],
  ['Lusa'],
];

const preferred = new Map(
  agencies.flatMap((names) => names.map((name) => [name.toLowerCase(), names[0] ?? name] as const)),
);

/** True for the whole name of an agency. */
export const isAgency = (name: string): boolean => preferred.has(name.toLowerCase());

/** True for a line that is the name of an agency and nothing else, perhaps in brackets. */
export const isAgencyLine = (line: string): boolean =>
  line.length < 60 && isAgency(line.replaceAll(/^[([（]|[)\]）]?\.?$/gu, ''));

const anyName = agencies
  .flat()
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  .join('|');

/** "TOKYO (Kyodo) —", "SEOUL, Nov. 4 (Yonhap) -- ", "（ソウル聯合ニュース）", "【共同】". */
const dateline = new RegExp(
  String.raw`^(?:\p{Lu}[\p{L}\d .,'’/-]{1,60}?,?\s*)?[(（【[][\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}\s]{0,8}(${anyName})[^)）】\]]{0,20}[)）】\]]`,
  'u',
);
/** At a block's end: after a full stop, a dash, a slash, or in brackets; or a line of its own. */
const credit = new RegExp(
  String.raw`(?:^(?:=+\s*|source:?\s*|with (?:reporting|inputs) (?:by|from)\s*)?|[.!?…。"”’』」]\s+|\s[-–—/|]{1,2}\s*|(?:来源|來源|出典|출처)\s*[:：]\s*|[(（\[]\s*(?:source:?\s*)?)(${anyName})(?:[)）\]]|(?:/\p{Lu}[\p{L}]+)+)?\.?$`,
  'iu',
);

/** An agency this list does not know, by the word that its name ends with. */
const otherName = String.raw`(?:\p{Lu}[\p{L}.’'&-]+ ){1,3}(?:Wire|WIRE|Newswire|NEWSWIRE|(?:News|Press) Agency|(?:NEWS|PRESS) AGENCY|(?:News|Wire) Service|(?:NEWS|WIRE) SERVICE)`;
const otherDateline = new RegExp(
  String.raw`^\p{Lu}[\p{L} .,'’/-]{1,60}?(?:\d{1,2})?,?\s*[(（](${otherName})[)）]\s*[-–—]`,
  'u',
);
const otherCredit = new RegExp(String.raw`^[(（[]?(${otherName})[)）\]]?\.?$`, 'u');
const contributed = new RegExp(
  String.raw`^(?:The )?(${anyName}|${otherName}) contributed to this (?:report|story|article)\.?$`,
  'u',
);

/** "© 2026 AFP", "Copyright 2026 The Associated Press. All rights reserved." */
const copyright = new RegExp(
  String.raw`^(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4},?\s*)?(?:by\s+)?(${anyName})(?![\p{L}\p{N}])`,
  'iu',
);

export interface AgencyCredit {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function found(match: RegExpExecArray | null): AgencyCredit | null {
  const written = match?.[1];
  if (match === null || written === undefined) return null;
  const start = match.index + match[0].lastIndexOf(written);
  return {
    name: preferred.get(written.toLowerCase()) ?? inTitleCase(written),
    start,
    end: start + written.length,
  };
}

/** A credit in capitals names the same agency as one in small letters. */
const inTitleCase = (name: string): string =>
  name === name.toUpperCase() && name.includes(' ')
    ? name.toLowerCase().replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
    : name;

/** The agency a first paragraph's dateline names. Offsets are into `paragraph`. */
export function agencyInDateline(paragraph: string): AgencyCredit | null {
  const start = paragraph.slice(0, 160);
  return found(dateline.exec(start)) ?? found(otherDateline.exec(start));
}

/** The agency credited at the end of a block. Short names count in capitals only. */
export function agencyAtEnd(block: string): AgencyCredit | null {
  const whole = found(otherCredit.exec(block) ?? contributed.exec(block));
  if (whole !== null) return whole;
  const from = Math.max(0, block.length - 80);
  const match = inCapitals(found(credit.exec(block.slice(from))), block.slice(from));
  return match === null ? null : { ...match, start: match.start + from, end: match.end + from };
}

/** The agency that a copyright line names. Short names count in capitals only. */
export const agencyInCopyright = (line: string): AgencyCredit | null =>
  inCapitals(found(copyright.exec(line)), line);

function inCapitals(credit: AgencyCredit | null, text: string): AgencyCredit | null {
  const written = credit === null ? '' : text.slice(credit.start, credit.end);
  return written.length <= 4 && written !== written.toUpperCase() ? null : credit;
}
