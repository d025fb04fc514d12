import type { ActorKind } from '../../model/actor.ts';
import { ArticleMentions } from './article-mentions.ts';
import { calledBy, joined, withCalled, type CalledBy } from './called.ts';
import { caseLanguages } from './case-endings.ts';
import type { Claim, FoundMention } from './claim.ts';
import { NameMatcher } from './matcher.ts';
import { isHeldOn, officeWords, type HeldOffice } from './offices.ts';
import { asWritten, namePatterns } from './patterns.ts';
import { stateNames } from './states.ts';

/** An actor as the matcher knows it. `article` is set on names that count in one article only. */
export interface NamedActor {
  readonly key: number;
  readonly kind: ActorKind;
  readonly names: readonly {
    readonly name: string;
    readonly scope: 'everywhere' | 'never' | 'article';
    readonly article: number | null;
  }[];
  readonly offices?: readonly HeldOffice[];
}

/** The names of a whole library, ready to be looked for in its texts. */
export class MentionFinder {
  readonly #matcher = new NameMatcher<Claim>();
  readonly #given = new Map<number, string>();
  readonly #called = new Map<number, CalledBy>();

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
    for (const office of actor.offices ?? []) {
      const words = officeWords(office.title);
      const { key, kind } = actor;
      const length = words.length;
      this.#matcher.add(words, { actor: key, kind, form: 'office', article: null, length, office });
    }
  }

  #call(key: number, name: string): void {
    const called = calledBy(name);
    if (called === null) return;
    if (!this.#given.has(key)) this.#given.set(key, called.given);
    const known = this.#called.get(key);
    const all = known === undefined ? called : joined(known, called);
    if (all.always.size + all.byFirst.size + all.inSpanish.size > 0) this.#called.set(key, all);
  }

  #add({ key, kind }: NamedActor, { name, scope, article }: NamedActor['names'][number]): void {
    if (kind === 'person' && scope !== 'never') this.#call(key, name);
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
   * `inferred` where only one person can be meant and `open`, a row for each, where several can. An
   * office stands for who held it when the article was issued (ISO 8601, a month or year will do).
   * `language` (BCP 47) tells in which cases names may stand.
   */
  find(
    text: string,
    article: number,
    issued: string | null = null,
    language: string | null = null,
  ): FoundMention[] {
    const [tongue = ''] = language?.toLowerCase().split('-') ?? [];
    const hits = this.#matcher.find(
      text,
      ({ article: only, office }) =>
        (only === null || only === article) &&
        (office === undefined || (issued !== null && isHeldOn(office, issued))),
      caseLanguages.includes(tongue) ? tongue : null,
    );
    if (hits.length === 0) return [];
    const all = withCalled(text, hits, this.#called, tongue);
    return new ArticleMentions(text, all, {
      givenOf: (actor) => this.#given.get(actor),
      language: tongue,
    }).resolve();
  }
}
