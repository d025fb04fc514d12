import { AttacheError } from '../../../../shared/contract/errors.ts';
import type { Parsed } from '../../../../shared/contract/methods.ts';
import type {
  DifferenceCause,
  MergeChoice,
  MergeConflict,
  MergedKind,
} from '../../../../shared/contract/methods/bundle.ts';
import type { ComparedBlock } from '../../../../shared/model/version.ts';
import type { Database } from '../../storage/database.ts';
import { derivedId } from './derived-id.ts';

/** Something the two sides do not agree about. */
export interface Difference {
  readonly kind: MergedKind;
  readonly title: string;
  readonly what: string;
  /** Of two texts, what must change in the library's to give the bundle's. */
  readonly changes?: ComparedBlock[];
  readonly cause: DifferenceCause;
  /** What makes it this difference and no other: who it is about, and what both sides say. */
  readonly key: readonly string[];
  /** What may be chosen; the first is done where nobody chose. */
  readonly choices: readonly [MergeChoice, ...MergeChoice[]];
}

export type Choices = Pick<Parsed<'bundle.merge'>, 'choices' | 'prefer'>;

const outcomes = { mine: 'ours-kept', theirs: 'theirs-taken', both: 'both-kept' } as const;

const outcomeOf = (cause: DifferenceCause, choice: MergeChoice): MergeConflict['outcome'] =>
  cause === 'deleted-there' && choice === 'theirs' ? 'deleted' : outcomes[choice];

/** Settles differences: by what was chosen for this one, for all, or what is done by itself. */
export class Differences {
  readonly conflicts: MergeConflict[] = [];
  readonly #ours: Database;
  readonly #choices: Choices;
  readonly #at: string;

  /** `at` is when choices are made, in ISO 8601. */
  constructor(ours: Database, choices: Choices, at: string) {
    this.#ours = ours;
    this.#choices = choices;
    this.#at = at;
  }

  /**
   * What to do about a difference; null where it was settled in an earlier merge and is left as
   * it is. Throws `invalid-input` for a choice it does not offer.
   */
  decide({ key, choices, ...difference }: Difference): MergeChoice | null {
    const id = derivedId('difference', difference.cause, difference.kind, ...key);
    const chosen = this.#chosen(id, difference, choices);
    if (chosen === undefined && this.#isSettled(id)) return null;
    if (chosen !== undefined) this.#remember(id, chosen);
    const choice = chosen ?? choices[0];
    const outcome = outcomeOf(difference.cause, choice);
    this.conflicts.push({ id, ...difference, choices: [...choices], choice, outcome });
    return choice;
  }

  #chosen(
    id: string,
    { cause, title }: Pick<Difference, 'cause' | 'title'>,
    offered: readonly MergeChoice[],
  ): MergeChoice | undefined {
    const { choices, prefer } = this.#choices;
    const own = choices !== undefined && Object.hasOwn(choices, id) ? choices[id] : undefined;
    if (own !== undefined && !offered.includes(own)) {
      throw new AttacheError(
        'invalid-input',
        `Nothing was merged: for “${title}” the choice is between ${offered.join(', ')}, not "${own}".`,
        { field: 'choices' },
      );
    }
    const general = cause === 'changed' ? offered.find((each) => each === prefer) : undefined;
    return own ?? general;
  }

  #isSettled(id: string): boolean {
    return this.#ours.prepare('SELECT 1 FROM merge_choices WHERE id = ?').get(id) !== undefined;
  }

  #remember(id: string, choice: MergeChoice): void {
    this.#ours
      .prepare('INSERT OR REPLACE INTO merge_choices (id, choice, created) VALUES (?, ?, ?)')
      .run(id, choice, this.#at);
  }
}
