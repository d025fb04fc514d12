import type { TextRange } from '../../model/ranges.ts';

const list = (words: string): string[] => words.split(/\s+/u).filter((word) => word !== '');

/** Verbs of saying with regular forms; a capital at the end doubles before an ending. */
const regular = list(`
  accuse acknowledge add admiT advise advocate affirm agree allege announce answer apologise ask
  apologize applaud argue assert assure attack blame blast boast braG brand call caution characterise
  characterize chant cite claim clarify comment compare complain concede conclude condemn confess
  confirm congratulate contend continue contest counter credit criticise criticize declare decry defend
  demand denounce deny deride describe detail disclose dismiss dispute duB echo elaborate emphasise
  emphasize exclaim exhort explain express gush hail hint hope implore imply indicate inform insist instruct
  interject joke justify label lambast lament laud liken maintain marvel mention mock muse mutter note
  observe opine outline plead pledge point post praise predict proclaim profess promise pronounce
  propose protest quiP question quote reaffirm reason reassure recall recount refeR refuse refute
  regard reiterate reject remark remind repeat reply report respond retort reveal ridicule
  scold shout signal slaM snaP speculate state stress suggest summarise summarize talk tease term
  testify thank threaten tout tweet underline underscore urge vent voice vow warn whisper wonder yell
  recommend`);

const irregular = list(`
  says said saying tells told telling writes wrote written writing speaks spoke speaking reads read
  thinks thought feels felt finds found holds held sends sent offers offered marvelled
  signalled signaling labelled labelling decided ruled`);

function formsOf(verb: string): string[] {
  const stem = verb.toLowerCase();
  if (stem !== verb) {
    const double = stem + stem.slice(-1);
    return [`${stem}s`, `${double}ed`, `${double}ing`];
  }
  if (stem.endsWith('e')) return [`${stem}s`, `${stem}d`, `${stem.slice(0, -1)}ing`];
  if (/[^aeo]y$/u.test(stem)) {
    return [`${stem.slice(0, -1)}ies`, `${stem.slice(0, -1)}ied`, `${stem}ing`];
  }
  const third = /(?:s|sh|ch|x)$/u.test(stem) ? `${stem}es` : `${stem}s`;
  return [third, `${stem}ed`, `${stem}ing`];
}

const forms = [...new Set([...regular.flatMap(formsOf), ...irregular])].sort(
  (a, b) => b.length - a.length,
);

/** After many: "officials say", "critics argue". As infinitives they report nothing. */
const ofMany = 'say|argue|claim|warn|insist|describe|believe|call';
const notInfinitive =
  '(?<!\\b(?:to|not|will|would|can|could|may|might|must|shall|should|did|does|do|and|or|[Ii]|[Ww]e|you|let|please)\\s)';

/** "issued a statement", "wrote an open letter" */
const words =
  '(?:issued|issues|released|provided|delivered|published|posted|made|gave|wrote|signed|shared) (?:an?|the|the following|this|another|its|their|his|her) (?:\\p{L}+ ){0,2}?(?:statement|letter|tweet|post|message|comment|press release|memo|announcement|video|speech)';

/** Verbs of two words. */
const phrasal =
  '(?:went|goes) (?:as|so) far as to \\p{L}+|(?:gave|gives|extended|conveyed) (?:its|his|her|their)(?=\\s[“"]_+[.!?_]["”](?:[.,;]|\\s(?:and|to|for|over)\\s))|(?:hit|fired|shot|hits|fires|shoots) back|hits? out|chim(?:es|ed) in|(?:brush|shrug|wav)(?:s|es|ed|ged) (?:aside|off|away)|weigh(?:s|ed) in|doubl(?:es|ed) down|sum(?:s|med) (?:it )?up';

/** "in Lund’s words" */
const inWords =
  "[Ii]n(?=\\s(?:\\p{Lu}[\\p{L}.-]+\\s){0,3}\\p{Lu}[\\p{L}-]+['’]s?\\s(?:own\\s)?words)";

/** German: "“…”, so Lund." */
const germanSo = '(?<=["“”»«‘’],\\s)so(?=(?:\\s(?:\\p{Lu}[\\p{L}-]+|von|der)){1,4}[.,;])';

/** Other languages: forms that are no words of English. */
const foreign = list(`
  sagte sagten erklärte erklärten betonte meinte schrieb warnte forderte kritisierte berichtete
  a_déclaré ont_déclaré a_dit a_affirmé a_expliqué a_ajouté a_indiqué a_précisé a_estimé a_souligné déclare affirme
  dijo dijeron afirmó declaró aseguró señaló explicó añadió sostuvo advirtió
  ha_detto ha_dichiarato ha_affermato ha_spiegato ha_aggiunto ha_sottolineato
  disse afirmou declarou explicou acrescentou destacou zei zeiden verklaarde zegt
  сказал сказала заявил заявила сообщил сообщила отметил отметила подчеркнул подчеркнула
  сказав сказала заявив заявила повідомив повідомила наголосив наголосила зазначив зазначила
  powiedział powiedziała oświadczył oświadczyła stwierdził stwierdziła řekl řekla uvedl uvedla prohlásil
  prohlásila sade sanoi säger fortalte dedi söyledi belirtti açıkladı vurguladı konuştu kata ujar tutur
  ucap mengatakan menyatakan menegaskan menjelaskan nói cho_biết tuyên_bố khẳng_định phát_biểu`)
  .map((form) => form.replaceAll('_', ' '))
  .sort((a, b) => b.length - a.length);

const sources =
  "[Aa]ccording to|[Ii]n the (?:words|view|opinion) of|[Ll]aut|[Ss]elon|[Ss]egún|[Ss]econdo|[Ss]egundo|[Vv]olgens|[Пп]о словам|[Зз]а словами|[Mm]enurut|[Ww]edług|[Pp]odle|[Ee]nligt|[Dd][’']après";

/** A verb of saying, or "according to". */
export const reporting = new RegExp(
  `(?<![\\p{L}-])(?:(?:went|goes|going) on to \\p{L}+|put it|${phrasal}|${inWords}|${words}|${[...forms, ...foreign].join('|')}|${notInfinitive}(?:${ofMany})|${germanSo}|${sources})(?![\\p{L}-])`,
  'gu',
);

/** Every verb, and "according to", that tells who says the words beside it; in order. */
export const reportingVerbs = (narrative: string): TextRange[] =>
  Array.from(narrative.matchAll(reporting), ({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));

/** Verbs whose object is what somebody says, with no quotation marks to show it. */
const reportable = list(`
  say tell add announce argue assert claim concede confirm contend declare deny disclose explain
  indicate insist mention note observe predict promise pledge reply report reveal state stress
  suggest testify vow warn write ask urge acknowledge admit conclude emphasise emphasize recommend
  speculate believe think said told wrote says`);
const reporter = new RegExp(
  `^(?:${reportable.map((verb) => verb.replace(/(?:e|y)$/u, '')).join('|')})\\p{Ll}{0,4}$`,
  'u',
);

/** True for a verb that makes a sentence somebody's words: "said", not "praised". */
export const tellsWords = (verb: string): boolean => reporter.test(verb) || foreign.includes(verb);

const source = new RegExp(`^(?:${sources}|[Ii]n)$`, 'u');

/** "According to": whoever is named next tells the rest. */
export const isSource = (words: string): boolean => source.test(words);
