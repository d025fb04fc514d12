import { scriptOf, type Script } from './scripts.ts';
import { beginningOf } from './shorten.ts';
import { visitTokens } from './tokens.ts';

/** The commonest words of languages that share a script: enough to tell a paragraph's language. */
const common: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was for on with as by at from it be are has have this which said not will its an but they were',
  de: 'der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird',
  fr: 'le la les de des et en un une du que est pour qui dans par sur pas au plus ce avec sont il elle ont cette aux mais nous',
  es: 'el la de que y en los se del las un por con una su para es al lo como más pero sus le ha este sobre también entre era',
  it: 'di che il la è un per una in non del con si dei le della da sono al nel anche gli più alla come ha ma dal delle questo',
  pt: 'de que não uma um para com do da em os no na por mais as dos como mas foi ao ele das tem seu sua ou ser também pelo são',
  nl: 'de het een van en in is dat op te zijn met voor niet aan er door om ook als bij maar naar heeft over uit worden nog wordt',
  sv: 'och att det som en är på av för med den till inte har de ett om var från men kan vid också efter så ska under sig eller',
  da: 'og at det er en den til af på som for med de ikke har der et var om fra men kan ved også efter skal blev over eller',
  no: 'og det er som en på at til av for med den ikke har de et var om fra men kan ved også etter skal ble over eller fra seg',
  fi: 'ja on ei että se oli hän mutta ovat myös kun joka mukaan sekä vuoden jos tai niin ole vain kuin sen hänen olla kuitenkin nyt',
  pl: 'i w na z do że się nie jest to o za od po przez jak przy ale dla tym są oraz jego być które był także może tego został',
  cs: 'a v na se je že to s z do i o k ale jako za by pro po od podle které který jsou jeho byl také ve při aby než jen',
  tr: 've bir bu da de için ile olarak olan daha gibi çok kadar sonra ne ancak olduğu var ise en olduğunu göre yeni tarafından değil',
  id: 'yang dan di dengan untuk dari ini itu dalam pada tidak akan oleh juga ke sebagai adalah telah karena mereka bisa ada tersebut',
  vi: 'và của là các trong được cho với những không có một này đã để người khi từ đến về cũng tại như sẽ vào ra năm',
  ro: 'și de în la cu pe nu din pentru este care un că mai o al să au fost prin după sunt dar sau ale către',
  hu: 'a az és hogy nem egy is ez de meg volt csak azt már el még mint vagy ha van szerint után között lesz',
};

const cyrillic: Readonly<Record<string, string>> = {
  ru: 'и в не на что с по как это из за от для его но она они был также или мы были уже после',
  uk: 'і в не на що з до як це за від для його але вона вони був також або ми були вже після та є у',
  bg: 'и в не на че с по като това от за до но той тя те беше също или са е се да към',
};

const byScript: Partial<Record<Script, string>> = {
  japanese: 'ja',
  han: 'zh',
  hangul: 'ko',
  arabic: 'ar',
  hebrew: 'he',
  greek: 'el',
  thai: 'th',
  devanagari: 'hi',
};

/** Languages of one script, and by their places in this list the languages a word is common in. */
interface CommonWords {
  readonly languages: readonly string[];
  readonly places: ReadonlyMap<string, readonly number[]>;
}

function index(words: Readonly<Record<string, string>>): CommonWords {
  const places = new Map<string, number[]>();
  Object.values(words).forEach((list, place) => {
    for (const word of new Set(list.split(' '))) {
      places.set(word, [...(places.get(word) ?? []), place]);
    }
  });
  return { languages: Object.keys(words), places };
}

const latinWords = index(common);
const cyrillicWords = index(cyrillic);

const sampleLength = 1000;
/** Fewer hits than this say nothing. */
const fewest = 4;

export interface DetectedLanguage {
  /** ISO 639-1. */
  readonly language: string;
  readonly rule: 'script' | 'common-words';
  /** The words that gave it away. */
  readonly words: string;
  /** There is enough text to say so without asking. */
  readonly certain: boolean;
}

/** Less of a script, or fewer different common words, may be a name or a quotation. */
const enoughLetters = 12;
const enoughWords = 4;

/** The language of a text by its script and commonest words; null where they do not agree on one. */
export function detectLanguage(text: string): DetectedLanguage | null {
  const sample = text.slice(0, sampleLength);
  const script = scriptOf(sample.slice(0, 600));
  if (script === null) return null;
  const own = byScript[script];
  if (own !== undefined) {
    const certain = (sample.match(letters)?.join('').length ?? 0) >= enoughLetters;
    return { language: own, rule: 'script', words: beginningOf(sample, 40), certain };
  }
  const words = script === 'latin' ? latinWords : script === 'cyrillic' ? cyrillicWords : null;
  return words === null ? null : byWords(sample, words);
}

const letters = /\p{L}+/gu;
const ascii = /^[\0-\x7F]*$/;

/**
 * The words of a text in small letters, until `visit` answers true; those of ASCII are strings
 * there are already.
 */
function visitLowerCase(text: string, visit: (word: string) => boolean): void {
  if (ascii.test(text)) visitTokens(text, visit);
  else (text.toLowerCase().match(letters) ?? []).some(visit);
}

/** With so many hits, so many times those of any other language, the rest is not read. */
const enough = { hits: 16, times: 2 };

const mostBut = (counts: readonly number[], best: number): number =>
  Math.max(...counts.filter((_, place) => place !== best));

function byWords(sample: string, { languages, places }: CommonWords): DetectedLanguage | null {
  const counts = languages.map(() => 0);
  const words: string[] = [];
  visitLowerCase(sample, (word) => {
    const common = places.get(word);
    if (common === undefined) return false;
    words.push(word);
    for (const place of common) counts[place] = (counts[place] ?? 0) + 1;
    if (words.length < enough.hits) return false;
    const most = Math.max(...counts);
    const best = counts.indexOf(most);
    return most >= enough.hits && most >= mostBut(counts, best) * enough.times;
  });
  const most = Math.max(...counts);
  const best = counts.indexOf(most);
  const language = languages[best];
  if (language === undefined || most < fewest || most < mostBut(counts, best) * 1.2) return null;
  const telling = new Set(words.filter((word) => places.get(word)?.includes(best) === true));
  const shown = [...telling].slice(0, 6).join(' ');
  return { language, rule: 'common-words', words: shown, certain: telling.size >= enoughWords };
}
