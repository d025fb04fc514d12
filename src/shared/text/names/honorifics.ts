import { foldWord } from './fold-word.ts';

export type Gender = 'female' | 'male';

const list = (words: string) => words.split(/\s+/u).filter((word) => word !== '');

/** Forms of address that say a gender. */
const addresses: Readonly<Record<string, Gender>> = Object.fromEntries([
  ...list(
    'mr mister sir lord king prince sheikh sheik monsieur señor senhor signor herr baron duke sultan emir shah count uncle brother datuk bapak',
  ).map((word) => [foldWord(word), 'male']),
  ...list(
    'mrs ms miss madam madame mme mlle dame lady queen princess señora senhora signora frau ibu bayan baroness duchess countess aunt sister first-lady',
  ).map((word) => [foldWord(word), 'female']),
]);

/** Other forms of address, and first words of offices and ranks: what stands before a name. */
const offices = new Set(
  list(`
    dr doctor prof professor rev reverend hon honourable honorable judge justice st saint father
    rabbi imam ayatollah mullah pope cardinal archbishop bishop emperor empress
    chairman chairwoman chairperson chair president premier chancellor minister secretary
    ambassador envoy senator sen representative rep congressman congresswoman governor gov mayor
    general gen lieutenant lt colonel col major maj captain capt commander cmdr admiral adm
    sergeant sgt corporal cpl private pvt marshal brigadier lance chief director leader speaker
    spokesman spokeswoman spokesperson commissioner deputy vice prime pm foreign defence defense
    finance interior financial acting former late ex then interim outgoing incoming supreme assistant
    undersecretary minister-designate prosecutor attorney counsel coach inspector detective
    officer constable analyst economist lawyer actor actress singer author historian
    marine staff first under state cabinet national security adviser advisor ceo cfo coo
    president-elect premier-designate superintendent councilman councilwoman councillor assemblyman
    assemblywoman solicitor treasurer comptroller consul tsar czar emperor maulana mufti patriarch
    monsignor msgr pastor deacon magistrate sheriff mp mep mca mla mna msp adv congressperson airman seaman petty
    midfielder striker goalkeeper
    presidents ministers senators secretaries advisers advisors governors professors
    ministre presidente ambassadeur ambassadrice chancelier chanceliere depute deputee ministro
    ministra presidenta canciller embajador embajadora embaixador embaixadora ambasciatore
    ambasciatrice senatore senatrice onorevole senador senadora kanzler kanzlerin prasident
    prasidentin botschafter botschafterin sprecher sprecherin burgermeister presiden menteri
    gubernur jenderal bakani cumhurbaskani basbakan buyukelci sozcusu`).map(foldWord),
);

/** Words inside a chain of titles that are no names: "Minister for Foreign Affairs". */
const fillers = new Set(list('of for to the and affairs emeritus').map(foldWord));

/** The gender a form of address says, if any. */
export const genderOf = (folded: string): Gender | undefined =>
  Object.hasOwn(addresses, folded) ? addresses[folded] : undefined;

/** True for a folded word that stands before names as a form of address, rank or office. */
export const isTitle = (folded: string): boolean =>
  Object.hasOwn(addresses, folded) ||
  offices.has(folded) ||
  (folded.length > 7 && germanOffice.test(folded));

/** "Aussenminister", "Parteichefin": German writes offices as one word. */
const germanOffice =
  /(?:minister|kanzler|prasident|botschafter|sprecher|burgermeister|sekretar|politiker|fuhrer|chef)(?:in)?$|(?:expert(?:e|in)|vorsitzende[rn]?|beauftragte[rn]?|abgeordnete[rn]?)$/u;

export const isTitleFiller = (folded: string): boolean => fillers.has(folded);

const suffixes = new Set(list('jr sr ii iii iv esq phd md').map(foldWord));

/** Jr, Sr, III: set aside when names are compared. */
export const isNameSuffix = (folded: string): boolean => suffixes.has(folded);

/** Titles that follow a name in Japanese, Chinese and Korean, longest first. */
export const titlesAfterNames: readonly string[] = list(`
  国務委員長 国务委员长 国家主席 内閣総理大臣 官房長官 外務大臣 防衛大臣 財務大臣 国務長官
  総書記 总书记 總書記 委員長 委员长 委員長 大統領 总统 總統 首相 総理 总理 總理 主席 書記
  外相 防衛相 財務相 大臣 长官 長官 部長 部长 外长 外長 知事 議員 议员 議長 议长 代表 党首
  幹事長 総裁 容疑者 被告 大使 次官 会長 会长 社長 社长 教授 教授 報道官 发言人 發言人 先生 女士 小姐 夫人 氏 さん 様 君
  대통령 국무위원장 위원장 총리 총서기 주석 국가주석 외무상 외상 장관 차관 의원 대표 대사 교수
  부부장 부장 비서 여사 선생 씨 님 대변인 총비서`).sort((a, b) => b.length - a.length);
