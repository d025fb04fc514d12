import type { ActorKind } from '../../model/actor.ts';
import {
  addressedAs,
  continuesName,
  isContinued,
  titlesBefore,
  type Neighbourhood,
} from './context.ts';
import type { Gender } from './honorifics.ts';
import { NameMatcher, type Hit } from './matcher.ts';
import { asWritten, namePatterns } from './patterns.ts';
import { isDemonym, stateNames } from './states.ts';
import { nameWords } from './words.ts';

/** An actor as the matcher knows it. `article` is set on names that count in one article only. */
export interface NamedActor {
  readonly key: number;
  readonly kind: ActorKind;
  readonly names: readonly {
    readonly name: string;
    readonly scope: 'everywhere' | 'never' | 'article';
    readonly article: number | null;
  }[];
}

/** A mention found by rule. Several rows at one place, all `open`, are its candidates. */
export interface FoundMention {
  readonly start: number;
  readonly end: number;
  readonly actor: number;
  readonly status: 'proposed' | 'inferred' | 'open';
}

interface Claim {
  /** Null shields a place: a longer name that belongs to nobody in the library. */
  readonly actor: number | null;
  readonly kind: ActorKind;
  readonly form: 'full' | 'short' | 'never';
  readonly article: number | null;
  readonly length: number;
}

type ClaimHit = Hit<Claim>;

/** The names of a whole library, ready to be looked for in its texts. */
export class MentionFinder {
  readonly #matcher = new NameMatcher<Claim>();

  /** True where there is no name to look for. */
  get isEmpty(): boolean {
    return this.#matcher.isEmpty;
  }

  constructor(actors: Iterable<NamedActor>) {
    let any = false;
    for (const actor of actors) {
      any = true;
      this.add(actor);
    }
    if (!any) return;
    for (const name of stateNames()) {
      const { words } = asWritten(name);
      if (words.length < 2) continue;
      this.#matcher.add(words, {
        actor: null,
        kind: 'state',
        form: 'full',
        article: null,
        length: words.length,
      });
    }
  }

  /** Takes in more names, of a new actor or of one there is. A finder without any is made anew. */
  add(actor: NamedActor): void {
    for (const name of actor.names) this.#add(actor, name);
  }

  #add({ key, kind }: NamedActor, { name, scope, article }: NamedActor['names'][number]): void {
    const patterns = scope === 'never' ? [asWritten(name)] : namePatterns(kind, name);
    for (const { words, form, needsTitle } of patterns) {
      this.#matcher.add(
        words,
        {
          actor: key,
          kind,
          form: scope === 'never' ? 'never' : form,
          article,
          length: words.length,
        },
        needsTitle,
      );
    }
  }

  /**
   * All mentions in the text of `article`, in order. A full name is `proposed`; a surname is
   * `inferred` where only one person can be meant and `open`, a row for each, where several can.
   */
  find(text: string, article: number): FoundMention[] {
    const hits = this.#matcher.find(
      text,
      (claim) => claim.article === null || claim.article === article,
    );
    return hits.length === 0 ? [] : new ArticleMentions(text, hits).resolve();
  }
}

/** What one article tells about the people named in full in it. */
interface Person {
  readonly titles: Set<string>;
  readonly genders: Set<Gender>;
}

class ArticleMentions {
  readonly #text: string;
  readonly #hits: readonly ClaimHit[];
  readonly #near: Neighbourhood;
  readonly #present = new Map<number, Person>();
  /** Surnames (folded places' words) that also belong to somebody unknown here: "Ann Smith". */
  readonly #foreign = new Set<string>();

  constructor(text: string, hits: readonly ClaimHit[]) {
    this.#text = text;
    this.#hits = hits;
    let lower: Set<string> | undefined;
    this.#near = {
      text,
      isLower: (folded) => {
        lower ??= lowerWords(text);
        return lower.has(folded);
      },
      isQualifier: isDemonym,
    };
    for (const hit of hits) this.#observe(hit);
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
      if (this.#isPartOfName(hit)) this.#foreign.add(this.#words(hit));
    }
  }

  #words({ start, end }: ClaimHit): string {
    return nameWords(this.#text.slice(start, end))
      .map((word) => word.folded)
      .join(' ');
  }

  #isPartOfName({ start, end }: ClaimHit): boolean {
    const line = lineAround(this.#text, start);
    if (isHeadline(line)) return false;
    return continuesName(this.#near, start) || isContinued(this.#near, end);
  }

  #mentionsAt(hit: ClaimHit): FoundMention[] {
    const never = new Set(
      hit.values.filter(({ form }) => form === 'never').map(({ actor }) => actor),
    );
    const claims = hit.values.filter(({ actor, form }) => form !== 'never' && !never.has(actor));
    const scoped = claims.filter(({ article, form }) => article !== null && form === 'full');
    if (scoped.length > 0) return rows(hit, actorsOf(scoped), 'proposed');
    const full = claims.filter(({ form }) => form === 'full');
    const short = claims.filter(({ form }) => form === 'short');
    const isSingle = claims.every(({ length }) => length === 1);
    if (isSingle && claims.length > 0 && this.#isElsewhere(hit, claims)) return [];
    if (full.length > 0) {
      const others = short.filter(({ actor }) => actor !== null && this.#present.has(actor));
      return this.#decide(hit, actorsOf([...full, ...others]), 'proposed');
    }
    const candidates = actorsOf(short);
    const present = candidates.filter((actor) => this.#present.has(actor));
    if (present.length > 0) return this.#decide(hit, present, 'inferred');
    return this.#foreign.has(this.#words(hit)) ? [] : this.#decide(hit, candidates, 'inferred');
  }

  /** True where a name of one word is a part of another name, or an ordinary word. */
  #isElsewhere(hit: ClaimHit, claims: readonly Claim[]): boolean {
    const isPerson = claims.some(({ kind }) => kind === 'person');
    if (isPerson && (this.#isPartOfName(hit) || this.#isDate(hit))) return true;
    if (
      /(?:North|South|East|West|New|Northern|Southern|Eastern|Western) $/u.test(
        this.#text.slice(Math.max(0, hit.start - 9), hit.start),
      )
    ) {
      return true;
    }
    return false;
  }

  /** "May 5", "5 May". */
  #isDate({ start, end }: ClaimHit): boolean {
    const around = `${this.#text.slice(Math.max(0, start - 3), start)}#${this.#text.slice(end, end + 4)}`;
    if (!/\d #|# \d/u.test(around)) return false;
    return /^(?:may|march|april|june|august)$/iu.test(this.#text.slice(start, end));
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
  return new Set(
    nameWords(text)
      .filter(({ letters }) => letters === 'lower')
      .map(({ folded }) => folded),
  );
}

function lineAround(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end < 0 ? text.length : end);
}

/** A short line in capitals, or with a capital on most words: capitals tell nothing there. */
function isHeadline(line: string): boolean {
  if (line.length > 160 || /[.!?。]["”’]?\s*$/u.test(line)) return false;
  const words = nameWords(line).filter(
    ({ folded, letters }) => letters !== 'none' && folded.length > 3,
  );
  const capital = words.filter(({ letters }) => letters !== 'lower');
  return words.length > 3 && capital.length >= words.length * 0.8;
}
