import { genderOf, isTitle, isTitleFiller, type Gender } from './honorifics.ts';
import { letterCase, wordAt, type NameWord } from './words.ts';

const isLetter = /[\p{L}\p{M}\p{N}'’ʼ]/u;

/** The word that ends at `offset`, with what stands between it and `offset`. */
function wordBefore(text: string, offset: number): { word: string; start: number; gap: string } {
  let end = offset;
  while (end > 0 && end > offset - 4 && !isLetter.test(text[end - 1] ?? '')) end -= 1;
  let start = end;
  while (start > 0 && start > end - 40 && isLetter.test(text[start - 1] ?? '')) start -= 1;
  return { word: text.slice(start, end), start, gap: text.slice(end, offset) };
}

const folded = (word: string) => (word === '' ? '' : wordAt(word, 0).folded);

/** The chain of titles that stands before a name: folded words, nearest first. */
export function titlesBefore(text: string, offset: number): string[] {
  const titles: string[] = [];
  let at = offset;
  while (titles.length < 8) {
    const { word, start, gap } = wordBefore(text, at);
    if (word === '' || !/^(?:\.?\s{1,2}|-)$/u.test(gap)) break;
    const name = folded(word);
    if (!isTitle(name) && !(titles.length > 0 && isTitleFiller(name))) break;
    titles.push(name);
    at = start;
  }
  return titles.filter((title) => !isTitleFiller(title));
}

/** The gender said by the form of address before a name: "Ms", "Sir". */
export function addressedAs(text: string, offset: number): Gender | undefined {
  return titlesBefore(text, offset)
    .map(genderOf)
    .find((gender) => gender !== undefined);
}

const common = new Set(
  `a an the and but or nor for yet so as at by from in into of off on onto out over since than to
  under until up upon via with within without after again against all although among any because
  before being between both during each either even ever every few he her here his how however i if
  inside instead it its just last later like many may meanwhile more most much my neither next no
  not nothing now once one only other our perhaps rather said says several she should some still
  such that their then there these they this those though through thus today tomorrow tonight too
  two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty
  forty fifty hundred under unlike we were what when where whether which while who whom whose why will would
  yesterday you your asked given speaking earlier also near amid beyond behind despite except
  following toward towards throughout whether yes thank thanks dear whereas albeit although unless until published updated posted therefore otherwise often
  sometimes finally indeed okay yeah apart previous previously currently additionally furthermore nevertheless
  nonetheless consequently similarly specifically initially eventually meantime afterwards afterward early late recently soon then
  monday tuesday wednesday thursday friday saturday sunday january february march april june july
  august september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul
  aug sept sep oct nov dec am pm gmt est
  в во с со к ко о об у и а я но на по для при от до из за про перед после через между против без под
  над как что когда если он она они это але та від із зі після через проти
  zdaniem wedlug wobec dzieki oprocz zamiast przeciw dla gdy kiedy nad przy przed podle proti mezi
  diky kvuli kdyz pred mutta myos seka szerint
  selon dapres pour avec chez dans sous apres avant depuis mais quand lorsque malgre hier aujourdhui
  nach angaben laut mit aus durch gegen ohne auch aber wenn dass weil wahrend seit gestern heute
  zwischen segun cuando como tras ante desde pero aunque ayer hoy entre hasta sobre secondo quando
  dopo prima anche ieri oggi segundo apos antes ontem hoje volgens voor maar enligt efter ifolge
  menurut kepada untuk dengan oleh pada namun ketika ancak
  ο η το οι τα του τησ των τον την στον στην στο από για με και`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** True for words that are capitalised at a sentence's start or by custom, and name nobody. */
export const isCommonWord = (folded: string): boolean => common.has(folded);

const startsSentence = /(?:^|[.!?:;"“”‘’«»()[\]\n\r—–*•]\s*)$/u;

/** What decides whether a capitalised word beside a short name is a part of a longer one. */
export interface Neighbourhood {
  readonly text: string;
  /** True for folded words seen in lower case in this text. */
  readonly isLower: (folded: string) => boolean;
  /** True for folded words that stand before names without being a part of them: "Japanese". */
  readonly isQualifier: (folded: string) => boolean;
  /** True in German, where a capital after a name tells nothing. */
  readonly hasCapitalNouns: boolean;
}

const mayBeName = ({ isQualifier }: Neighbourhood, word: string, name: string) =>
  (letterCase(word) === 'capital' || /^\p{Lu}$/u.test(word)) &&
  !isCommonWord(name) &&
  !isTitle(name) &&
  !isQualifier(name);

/** True where the word before `offset` makes the name there a part of a longer name. */
export function continuesName(near: Neighbourhood, offset: number): boolean {
  const { text, isLower } = near;
  const { word, start, gap } = wordBefore(text, offset);
  const isInitial = /^\p{Lu}$/u.test(word) && /^\.\s?$/u.test(gap);
  if (!isInitial && !/^(?:[^\S\n]|[^\S\n]?\n[^\S\n]?|[-‐‑])$/u.test(gap)) return false;
  if (isInitial) return true;
  const name = folded(word);
  if (!mayBeName(near, word, name)) return false;
  return !(startsSentence.test(text.slice(Math.max(0, start - 3), start)) && isLower(name));
}

/** True where the word after `[…, end)` makes the name there a part of a longer name. */
export function isContinued(near: Neighbourhood, end: number): boolean {
  const { text, isLower, hasCapitalNouns } = near;
  if (hasCapitalNouns && /^\s/u.test(text.slice(end, end + 1))) return false;
  const gap = /^(?:[^\S\n]|[-‐‑])(?=\p{Lu})/u.exec(text.slice(end, end + 3))?.[0];
  if (gap === undefined) return false;
  const next: NameWord = wordAt(text, end + gap.length);
  const word = text.slice(next.start, next.end);
  return mayBeName(near, word, next.folded) && !isLower(next.folded);
}
