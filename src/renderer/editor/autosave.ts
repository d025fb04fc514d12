import { toErrorData } from '../../shared/contract/errors.ts';
import type { LexicalContent } from '../../shared/model/document.ts';

/** What changed since the last save. */
export interface Draft {
  readonly title?: string;
  readonly content?: LexicalContent;
}

export type SaveState =
  | { readonly kind: 'saved'; readonly at: Date | null }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'conflict' };

/** Where a document's saving stands, for those who show it. */
export interface Saves {
  readonly state: SaveState;
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Saves `draft`; with a revision the save is refused where somebody else saved in between. `base` is
 * the content under that revision, where it is known.
 */
export type Save = (
  draft: Draft,
  revision: number | undefined,
  base: LexicalContent | null,
) => Promise<{ revision: number }>;

export const autosaveDelayMs = 800;
/** However long the person goes on without a rest, what they wrote is saved after this time. */
export const longestDelayMs = 5_000;

/**
 * Saves a document some time after the last change, one save at a time, and never gives up a
 * change: what a refused save held stays in the draft. After a conflict nothing is saved until
 * the person decides.
 */
export class Autosave implements Saves {
  private draft: Draft = {};
  /** What the save under way holds. */
  private sending: Draft = {};
  private firstChange: number | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly save: Save;
  private changing = false;
  private current: SaveState = { kind: 'saved', at: null };
  private based: number;
  private saved: LexicalContent | null;

  /** `saved` is the content the library has under `revision`, where that is known. */
  constructor(save: Save, revision: number, saved: LexicalContent | null = null) {
    this.save = save;
    this.based = revision;
    this.saved = saved;
  }

  /** The revision this draft is based on. */
  get revision(): number {
    return this.based;
  }

  /** The content under that revision; null where it is not known. */
  get base(): LexicalContent | null {
    return this.saved;
  }

  /** What is shown here now is what the library has under `revision`. */
  rebase(revision: number, saved: LexicalContent): void {
    this.based = revision;
    this.saved = saved;
  }

  get state(): SaveState {
    return this.current;
  }

  /** True while something changed and what it is has not been told yet. */
  get touched(): boolean {
    return this.changing;
  }

  /** True while something is not in the library yet. */
  get dirty(): boolean {
    return this.changing || Object.keys(this.draft).length > 0 || this.running !== undefined;
  }

  /** What is not in the library yet, as far as it was told. */
  get unsaved(): Draft {
    return { ...this.sending, ...this.draft };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Something changed; what it is follows with `change`. */
  touch = (): void => {
    this.changing = true;
    if (this.current.kind === 'saved') this.become({ kind: 'waiting' });
  };

  change(draft: Draft): void {
    this.changing = false;
    this.draft = { ...this.draft, ...draft };
    if (this.current.kind === 'conflict') return;
    this.become({ kind: 'waiting' });
    clearTimeout(this.timer);
    this.firstChange ??= Date.now();
    const left = this.firstChange + longestDelayMs - Date.now();
    this.timer = setTimeout(() => void this.flush(), Math.max(0, Math.min(autosaveDelayMs, left)));
  }

  /** Saves now what is not saved. Resolves when that is over, whether it succeeded or not. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    // Another who waited may have begun the next save meanwhile.
    while (this.running !== undefined) await this.running;
    if (this.current.kind === 'conflict' || Object.keys(this.draft).length === 0) return;
    this.running = this.attempt(this.based);
    await this.running;
  }

  /** After a conflict: `content` was made from both, `revision` being the other. */
  resolve(revision: number, saved: LexicalContent, content: LexicalContent): void {
    this.rebase(revision, saved);
    this.become({ kind: 'waiting' });
    this.change({ content });
  }

  /** After a conflict: saves this draft over what somebody else saved. */
  async overwrite(): Promise<void> {
    this.running = this.attempt(undefined);
    await this.running;
  }

  private async attempt(revision: number | undefined): Promise<void> {
    const { draft } = this;
    this.draft = {};
    this.sending = draft;
    this.firstChange = undefined;
    this.become({ kind: 'saving' });
    try {
      const saved = await this.save(draft, revision, this.saved);
      this.based = saved.revision;
      this.saved = draft.content ?? this.saved;
      this.sending = {};
      const more = Object.keys(this.draft).length > 0;
      this.become(more ? { kind: 'waiting' } : { kind: 'saved', at: new Date() });
    } catch (error) {
      this.draft = { ...draft, ...this.draft };
      this.sending = {};
      const { code, message } = toErrorData(error);
      this.become(code === 'conflict' ? { kind: 'conflict' } : { kind: 'failed', reason: message });
    } finally {
      this.running = undefined;
    }
  }

  private become(state: SaveState): void {
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}
