import type { TextRange } from '../../model/ranges.ts';
import type { Claim, ClaimHit } from './claim.ts';
import type { HeldOffice } from './offices.ts';
import { stateOfDemonym } from './states.ts';

type OfficeClaim = Claim & { readonly actor: number; readonly office: HeldOffice };

const isOffice = (claim: Claim): claim is OfficeClaim =>
  claim.office !== undefined && claim.actor !== null;

/** Whose office it is, where the words around it say so; null where they do not. */
type Qualifier = ((office: HeldOffice) => boolean) | null;

const notNow =
  /(?:^|[\s-])(?:former|ex|then|late|next|future|previous|past|vice|deputy|acting|interim|new|incoming|outgoing|first|old|an?|no|every|another)[\s-]$/iu;
const before = (text: string, offset: number) => text.slice(Math.max(0, offset - 40), offset);
const isUnspaced = (text: string) => /[\p{Script=Han}\p{Script=Hangul}]/u.test(text);
/** A people before an office: "Japanese", "South Korean". */
const people = /((?:\p{Lu}[\p{L}-]+\s)?\p{Lu}[\p{L}-]+)\s$/u;

/** Who is meant where an article names an office and not its holder: "the prime minister". */
export class OfficeMentions {
  readonly #text: string;
  readonly #byStart: ReadonlyMap<number, ClaimHit>;
  readonly #byEnd: ReadonlyMap<number, ClaimHit>;
  /** Offices (as written, folded) that somebody else holds in this article: "President Moss". */
  readonly #others = new Set<string>();

  constructor(text: string, hits: readonly ClaimHit[]) {
    this.#text = text;
    this.#byStart = new Map(hits.map((hit) => [hit.start, hit]));
    this.#byEnd = new Map(hits.map((hit) => [hit.end, hit]));
    for (const hit of hits) this.#observe(hit);
  }

  #title = ({ start, end }: TextRange) => this.#text.slice(start, end).toLowerCase();

  #observe(hit: ClaimHit): void {
    const holders = hit.values.filter(isOffice).map(({ actor }) => actor);
    if (holders.length === 0 || !/^\s\p{Lu}/u.test(this.#text.slice(hit.end, hit.end + 2))) return;
    const named = this.#byStart.get(hit.end + 1)?.values ?? [];
    if (!named.some(({ actor }) => holders.includes(actor ?? -1))) {
      this.#others.add(this.#title(hit));
    }
  }

  /**
   * The actors who held the office named at a place when the article was issued. With the state or
   * body it belongs to ("Norway's prime minister") its holder; alone, a holder the article names.
   */
  at(hit: ClaimHit, isNamed: (actor: number) => boolean): number[] {
    const claims = hit.values.filter(isOffice);
    const after = this.#text.slice(hit.end, hit.end + 12);
    // A name that follows is the mention; "-elect" is not yet, "-general" another office.
    if (claims.length === 0 || /^(?:,?\s\p{Lu}|[-‐‑]\p{L})/u.test(after)) return [];
    const qualifier = this.#qualifier(hit);
    if (qualifier !== undefined) {
      return qualifier === null ? [] : holders(claims.filter(({ office }) => qualifier(office)));
    }
    if (!this.#standsAlone(hit) || this.#others.has(this.#title(hit))) return [];
    return holders(claims.filter(({ actor }) => isNamed(actor)));
  }

  /** Undefined where nothing is said; null where it is the office of somebody unknown. */
  #qualifier({ start, end }: ClaimHit): Qualifier | undefined {
    const following = /^\s(?:of|for)\s(?:the\s)?(?=\p{Lu})/u.exec(this.#text.slice(end, end + 12));
    if (following !== null) return this.#ofNamed(this.#byStart.get(end + following[0].length));
    const preceding = before(this.#text, start);
    const owner = /(?:['’]s?\s|の|的|의\s?)$/u.exec(preceding)?.[0] ?? '';
    const named = this.#byEnd.get(start - owner.length);
    if (owner !== '' || (named !== undefined && isUnspaced(preceding.slice(-1)))) {
      return notNow.test(preceding) ? null : this.#ofNamed(named);
    }
    const both = people.exec(preceding)?.[1] ?? '';
    const words = [both, both.split(' ').at(-1) ?? ''].find((word) => stateOfDemonym(word));
    if (words === undefined) return undefined;
    const code = stateOfDemonym(words)?.code;
    if (notNow.test(preceding.slice(0, -words.length - 1))) return null;
    return ({ state }) => state === code;
  }

  #ofNamed(hit: ClaimHit | undefined): Qualifier {
    const actors = new Set(hit?.values.map(({ actor }) => actor));
    return hit === undefined ? null : ({ of }) => of !== null && actors.has(of);
  }

  /** "the president"; in scripts without spaces an office that no name stands before. */
  #standsAlone({ start, end }: ClaimHit): boolean {
    const preceding = before(this.#text, start);
    if (!isUnspaced(this.#text.slice(start, end))) return /(?:^|[^\p{L}])the\s$/iu.test(preceding);
    return !/[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}ー]\s?$/u.test(preceding);
  }
}

const holders = (claims: readonly OfficeClaim[]): number[] => [
  ...new Set(claims.map(({ actor }) => actor)),
];
