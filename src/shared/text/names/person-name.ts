import { character } from './characters.ts';
import { isNameSuffix, isTitle } from './honorifics.ts';
import { nameWords, type NameWord } from './words.ts';

/** Parts of a name written with hyphens between them count as one unit. */
export type NameUnit = readonly NameWord[];

/** A person's name taken apart. */
export interface PersonName {
  /** Titles before the name, folded: "Prime Minister". */
  readonly titles: readonly string[];
  readonly units: readonly NameUnit[];
  /** "jr", "iii": parts people who share all other words; empty where there is none. */
  readonly suffix: string;
}

const particles = new Set(
  'de del della di da dos das du la le van von der den ter ten zu bin ibn bint al el ould ben abu'.split(
    ' ',
  ),
);

/** True for a folded word that binds to the next one: "bin Laden", "van der Meer". */
export const isParticle = (folded: string): boolean => particles.has(folded);

/** Particles that are given names where they begin a name: "Ben Okri", "Al Gore". */
const givenNames = new Set(['ben', 'al']);

/** Family names that come first: Korean, Chinese and Vietnamese, as they are romanised. */
const familyFirst = new Set(
  `kim ban lee yi rhee park pak bak choi choe jung jeong chung cho jo kang gang yoon yun jang chang
   lim im rim han oh o seo suh shin sin kwon gwon hwang ahn an song ryu yoo yu hong jeon ko go
   moon mun yang son sohn bae paik baek heo hur nam sim shim noh roh ro ri
   wang li zhang liu chen chan huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng
   liang xie tang deng xiao xi cao peng zeng tian dong pan yuan cai jiang du ye cheng wei su lu
   ding ren shen yao cui zhong tan fan jin shi liao jia xia fu fang zou xiong bai meng qin qiu
   hou yan xue lei long duan hao kong shao mao wan gu lai wen qian bo dai tsai hsieh
   nguyen tran le pham hoang phan vu vo dang bui do ho ngo duong ly truong dinh doan mai`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

const vietnamese = new Set(
  `nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly truong trinh dinh doan mai
   luong dao ha ta cao`.split(/\s+/u),
);

/** True for a folded Vietnamese family name: its bearers are called by their last word. */
export const isVietnameseFamily = (folded: string): boolean => vietnamese.has(folded);

/** True for a folded word that is a family name written before the given name. */
export const isFamilyFirst = (folded: string): boolean => familyFirst.has(folded);

/** A name without its titles and suffix; at least one word always stays. */
export function parsePersonName(name: string): PersonName {
  const words = nameWords(name);
  let from = 0;
  const isBefore = (folded: string) => isTitle(folded) || folded === 'the';
  while (from < words.length - 1 && isBefore(words[from]?.folded ?? '')) from += 1;
  let to = words.length;
  let suffix = '';
  while (to - from > 1 && isNameSuffix(words[to - 1]?.folded ?? '')) {
    to -= 1;
    suffix = words[to]?.folded ?? '';
  }
  const units: NameWord[][] = [];
  // "Văn" is no "van" there.
  const isVietnamese = isVietnameseFamily(words[from]?.folded ?? '') && /\sV[aă]n\s/u.test(name);
  for (const word of words.slice(from, to)) {
    const unit = units.at(-1);
    const before = unit?.at(-1);
    const isGiven =
      before !== undefined &&
      before === words[from] &&
      givenNames.has(before.folded) &&
      /^\p{Lu}/u.test(name.slice(before.start));
    const joined =
      before !== undefined &&
      (/^[-‐‑–]$/u.test(name.slice(before.next, word.start)) ||
        (isParticle(before.folded) && !isGiven && !isVietnamese));
    if (joined) unit?.push(word);
    else units.push([word]);
  }
  return { titles: words.slice(0, from).map((word) => word.folded), units, suffix };
}

const isSpaced = (unit: NameUnit | undefined) => unit?.[0]?.script === character.word;

/**
 * The units that may stand alone for the person later in a text: the last one, and the first one
 * too where the family name comes first. None for a name of one word.
 */
export function surnames({ units }: Pick<PersonName, 'units'>): NameUnit[] {
  const [first, last] = [units[0], units.at(-1)];
  if (units.length < 2 || first === undefined || last === undefined) return [];
  if (!isSpaced(first) || !isSpaced(last)) return [];
  const eastern = first.length === 1 && familyFirst.has(first[0]?.folded ?? '');
  if (!eastern) {
    if (isInitial(last)) return [];
    // "al-Amin" is called "Amin" as well.
    return last.length > 1 && arabicArticle.test(last[0]?.folded ?? '')
      ? [last, last.slice(1)]
      : [last];
  }
  const westernOrder = familyFirst.has(last[0]?.folded ?? '') && units.length === 2;
  return westernOrder ? [first, last] : [first];
}

/** The last two units where they may be a surname of two words: "García Márquez", "Suu Kyi". */
export function doubleSurname({ units, suffix }: PersonName): NameUnit[] {
  const last = units.slice(-2);
  const eastern = units[0]?.length === 1 && familyFirst.has(units[0]?.[0]?.folded ?? '');
  if (units.length < 3 || suffix !== '' || eastern) return [];
  return last.every((unit) => isSpaced(unit) && !isInitial(unit)) ? last : [];
}

/** The folded words of a unit. */
export const unitKey = (unit: NameUnit): string => unit.map(({ folded }) => folded).join(' ');

/** The words that stand for a person later: "van der Dijk", and "Dijk"; "Maliki" of "al-Maliki". */
export const shortKeys = (units: readonly NameUnit[]): string[] =>
  units.flatMap((unit) => unit.map((_, index) => unitKey(unit.slice(index))));

const arabicArticle = /^(?:al|el|as|ash|ar|an|az)$/u;

const isInitial = (unit: NameUnit) => unit.length === 1 && (unit[0]?.folded.length ?? 0) < 2;

/** The first unit where it stands for a person in print, as with Arabic names. */
export function givenAlone(person: PersonName): NameUnit[] {
  const [first] = person.units;
  if (first === undefined || person.units.length < 2 || first.length > 1) return [];
  if (!isSpaced(first) || isInitial(first) || surnames(person).includes(first)) return [];
  return arabicNames.has(first[0]?.folded ?? '') ? [first] : [];
}

/** Arabic given names, by which people are called in print as by a surname. */
const arabicNames = new Set(
  `abbas abdallah abdul abdulaziz abdullah abu adel adnan ahmad ahmed ahmet akram ali amal amin amir
   anwar ashraf ayad ayman aziz bandar barham bashar basil bilal faisal farouk fatima fayez fouad
   gamal ghazi habib hadi hafez haider hakim hamad hamid hani haroun hasan hassan haydar hisham hosni
   hussain hussein ibrahim idris imad ismail issa iyad izzat jaber jalal jamal kamal karim khaled
   khalid khalifa khalil mahdi mahmoud mahmud majid mansour marwan massoud mohamed mohammad mohammed
   moqtada mostafa muammar mubarak muhammad muqtada mustafa nabil nasser nawaf nayef nizar noor nouri
   nuri omar osama qasem qusay rafiq rafik rami rashid riad saad sabah saddam saeed said salah saleh
   salim salman sami samir saud sayed sharif sultan tarek tariq tawfiq turki uday usama walid yahya
   yasir yasser younis yousef yusuf zaid zayed zeid ziad zuhair`.split(/\s+/u),
);
