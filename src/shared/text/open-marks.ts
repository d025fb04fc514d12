/** Which marks close what an opening mark opened. */
export const closedBy: Readonly<Record<string, string>> = {
  '“': '”“',
  '„': '“”',
  '‘': '’‘',
  '‚': '‘’',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '「': '」',
  '『': '』',
  '｢': '｣',
  '〝': '〟〞',
  '﹁': '﹂',
  '﹃': '﹄',
  '"': '"',
  '＂': '＂',
  "'": "'",
  '”': '”',
};

/** Every mark that may close another. */
export const closers: ReadonlySet<string> = new Set(Object.values(closedBy).join(''));

const openersOf: ReadonlyMap<string, readonly string[]> = new Map(
  [...closers].map((closer) => [
    closer,
    Object.keys(closedBy).filter((mark) => closedBy[mark]?.includes(closer) === true),
  ]),
);

/** A mark that opened a quotation; `start` is the offset after it. */
export interface Opened {
  readonly mark: string;
  readonly start: number;
}

/**
 * The marks that are open at a place of a text, innermost last. Many may never be closed, so how
 * many there are of each is counted: a mark that closes none of them is known without a search.
 */
export class OpenMarks {
  readonly #open: Opened[] = [];
  readonly #counts = new Map<string, number>();

  get depth(): number {
    return this.#open.length;
  }

  get last(): Opened | undefined {
    return this.#open.at(-1);
  }

  push(opened: Opened): void {
    this.#open.push(opened);
    this.#count(opened.mark, 1);
  }

  pop(): Opened | undefined {
    const opened = this.#open.pop();
    if (opened !== undefined) this.#count(opened.mark, -1);
    return opened;
  }

  /** Takes off the innermost mark that `mark` closes, and those inside it. Undefined where none is. */
  close(mark: string): Opened | undefined {
    const openers = openersOf.get(mark) ?? [];
    if (!openers.some((opener) => (this.#counts.get(opener) ?? 0) > 0)) return undefined;
    let opened = this.pop();
    while (opened !== undefined && !openers.includes(opened.mark)) opened = this.pop();
    return opened;
  }

  #count(mark: string, by: number): void {
    this.#counts.set(mark, (this.#counts.get(mark) ?? 0) + by);
  }
}
