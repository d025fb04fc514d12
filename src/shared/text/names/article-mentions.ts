import type { TextRange } from '../../model/ranges.ts';
import type { Claim, ClaimHit, FoundMention } from './claim.ts';
import { addressedAs, titlesBefore, type Neighbourhood } from './context.ts';
import {
  isAfterDirection,
  isNamesake,
  isNoName,
  isOfCurrency,
  isOfAnother,
  isOfNamesake,
  isPartOfName,
} from './elsewhere.ts';
import type { Gender } from './honorifics.ts';
import { withGivenBefore } from './given-before.ts';
import { OfficeMentions } from './office-mentions.ts';
import { isDemonym } from './states.ts';
import { nameWords } from './words.ts';

/** What one article tells about the people named in full in it. */
interface Person {
  readonly titles: Set<string>;
  readonly genders: Set<Gender>;
}

/** Forms of address that are names elsewhere. */
const vietnameseAddress = new Set('ong ba anh chi co chu bac'.split(' '));

interface Known {
  /** The folded given name of an actor. */
  readonly givenOf: (actor: number) => string | undefined;
  /** ISO 639-1, or empty. */
  readonly language: string;
}

/** Decides, by all that one article tells, who is meant at each place where a name was found. */
export class ArticleMentions {
  readonly #text: string;
  readonly #hits: readonly ClaimHit[];
  readonly #near: Neighbourhood;
  readonly #offices: OfficeMentions | undefined;
  readonly #present = new Map<number, Person>();
  /** Surnames (folded places' words) that also belong to somebody unknown here: "Ann Smith". */
  readonly #foreign = new Set<string>();

  constructor(text: string, hits: readonly ClaimHit[], { givenOf, language }: Known) {
    this.#text = text;
    this.#hits = hits.map((hit) => withGivenBefore(text, hit, givenOf));
    let lower: Set<string> | undefined;
    this.#near = {
      text,
      isLower: (folded) => {
        lower ??= lowerWords(text);
        return lower.has(folded);
      },
      isQualifier: (word) => isDemonym(word) || (language === 'vi' && vietnameseAddress.has(word)),
      hasCapitalNouns: language === 'de',
    };
    for (const hit of this.#hits) this.#observe(hit);
    for (const hit of this.#hits) this.#observeInitials(hit);
    const hasOffice = hits.some(({ values }) => values.some(({ form }) => form === 'office'));
    this.#offices = hasOffice ? new OfficeMentions(text, this.#hits) : undefined;
  }

  resolve(): FoundMention[] {
    return this.#hits.flatMap((hit) => this.#mentionsAt(hit));
  }

  #observe(hit: ClaimHit): void {
    for (const { actor, form, length, kind } of hit.values) {
      if (actor === null || form !== 'full' || (kind === 'person' && length < 2)) continue;
      const known = this.#present.get(actor) ?? { titles: new Set(), genders: new Set() };
      for (const title of titlesBefore(this.#text, hit.start)) known.titles.add(title);
      const gender = addressedAs(this.#text, hit.start);
      if (gender !== undefined) known.genders.add(gender);
      this.#present.set(actor, known);
    }
    if (hit.values.some(({ length, kind }) => length === 1 && kind === 'person')) {
      if (isPartOfName(this.#near, hit)) this.#foreign.add(this.#words(hit));
    }
  }

  /** "V. Lund" where no Lund with that initial is named in full: somebody unknown bears the surname. */
  #observeInitials(hit: ClaimHit): void {
    const initials = hit.values.filter(({ form }) => form === 'initials');
    if (initials.length === 0 || initials.some(({ actor }) => this.#present.has(actor ?? -1)))
      return;
    const { start, end } = hit;
    const [letters = ''] = /^(?:\p{Lu}\.\s{0,2})+/u.exec(this.#text.slice(start, end)) ?? [];
    this.#foreign.add(this.#words({ start: start + letters.length, end }));
  }

  #words({ start, end }: TextRange): string {
    return nameWords(this.#text.slice(start, end))
      .map((word) => word.folded)
      .join(' ');
  }

  #mentionsAt(hit: ClaimHit): FoundMention[] {
    const never = new Set(
      hit.values.filter(({ form }) => form === 'never').map(({ actor }) => actor),
    );
    const claims = hit.values.filter(({ actor, form }) => form !== 'never' && !never.has(actor));
    if (claims.length > 0 && claims.every(({ form }) => form === 'office')) {
      const holders = this.#offices?.at(hit, (actor) => this.#present.has(actor)) ?? [];
      const allowed = holders.filter((actor) => !never.has(actor));
      return rows(hit, allowed, 'inferred');
    }
    const scoped = claims.filter(({ article, form }) => article !== null && form === 'full');
    if (scoped.length > 0) return rows(hit, actorsOf(scoped), 'proposed');
    const full = claims.filter(({ form }) => form === 'full');
    const short = claims.filter(({ form }) => form === 'short');
    if (claims.length > 0 && this.#isElsewhere(hit, claims)) return [];
    if (full.length > 0) {
      const others = short.filter(({ actor }) => actor !== null && this.#present.has(actor));
      return this.#decide(hit, actorsOf([...full, ...others]), 'proposed');
    }
    const isForeign = this.#foreign.has(this.#words(hit));
    const given = claims.filter(
      ({ actor, form }) =>
        ((form === 'given' && !isForeign) || form === 'initials') && this.#present.has(actor ?? -1),
    );
    const candidates = actorsOf([...short, ...given]);
    const present = candidates.filter((actor) => this.#present.has(actor));
    const meant = present.length > 0 ? present : candidates;
    if (meant.length === 1 && isNamesake(this.#text, hit.start)) return [];
    if (present.length > 0) return this.#decide(hit, present, 'inferred');
    // A case alone may be another name's: "Lundin" is no Lund where none is named.
    if (hit.inflected || isForeign) return [];
    return this.#decide(hit, candidates, 'inferred');
  }

  #isElsewhere(hit: ClaimHit, claims: readonly Claim[]): boolean {
    const isPerson = claims.some(({ kind }) => kind === 'person');
    if (isPerson && (isOfAnother(this.#text, hit) || isOfNamesake(this.#text, hit))) return true;
    if (!claims.every(({ length, form }) => length === 1 || form === 'initials')) return false;
    if (isAfterDirection(this.#text, hit) || isOfCurrency(this.#text, hit)) return true;
    return isPerson && (isPartOfName(this.#near, hit) || isNoName(this.#text, hit));
  }

  #decide(
    hit: ClaimHit,
    candidates: readonly number[],
    status: 'proposed' | 'inferred',
  ): FoundMention[] {
    if (candidates.length < 2) return rows(hit, candidates, status);
    const chosen = this.#byAddress(hit, candidates) ?? this.#byTitle(hit, candidates);
    return rows(hit, chosen === undefined ? candidates : [chosen], 'inferred');
  }

  #byTitle({ start }: ClaimHit, candidates: readonly number[]): number | undefined {
    const titles = titlesBefore(this.#text, start);
    const fitting = candidates.filter((actor) =>
      titles.some((title) => this.#present.get(actor)?.titles.has(title)),
    );
    return fitting.length === 1 ? fitting[0] : undefined;
  }

  #byAddress({ start }: ClaimHit, candidates: readonly number[]): number | undefined {
    const gender = addressedAs(this.#text, start);
    if (gender === undefined) return undefined;
    const genders = (actor: number) => this.#present.get(actor)?.genders ?? new Set();
    const fitting = candidates.filter((actor) => genders(actor).has(gender));
    const possible = candidates.filter(
      (actor) => fitting.includes(actor) || genders(actor).size === 0,
    );
    if (fitting.length === 1 && possible.length === 1) return fitting[0];
    return possible.length === 1 ? possible[0] : undefined;
  }
}

const actorsOf = (claims: readonly Claim[]): number[] => [
  ...new Set(claims.map(({ actor }) => actor).filter((actor) => actor !== null)),
];

const rows = (
  { start, end }: ClaimHit,
  actors: readonly number[],
  status: 'proposed' | 'inferred',
): FoundMention[] =>
  actors.map((actor) => ({ start, end, actor, status: actors.length > 1 ? 'open' : status }));

function lowerWords(text: string): Set<string> {
  const lower = new Set<string>();
  for (const { letters, folded } of nameWords(text)) if (letters === 'lower') lower.add(folded);
  return lower;
}
