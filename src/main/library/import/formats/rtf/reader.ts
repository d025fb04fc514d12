import type { BlockDraft, BlockShape, Run, RunMark } from '../../../articles/text/layers.ts';
import { absoluteHttp } from '../html/links.ts';
import { codePageOfCharset, decodeCodePage } from './code-pages.ts';
import { shapeOfStyle } from './styles.ts';
import type { RtfToken } from './tokens.ts';

/** Groups whose words are no text of the document. */
const skipped = new Set(
  'fonttbl colortbl pict object sp shprslt themedata datastore latentstyles listtable listoverridetable rsidtbl generator xmlnstbl header headerl headerr headerf footer footerl footerr footerf pntext listtext bkmkstart bkmkend filetbl revtbl nonshppict mmathPr operator company category manager doccomm hlinkbase keywords subject comment atnid atnauthor nonesttables xe tc tcn'.split(
    ' ',
  ),
);

/** Groups that old readers are to pass over, and that hold words: a text box. */
const opened = new Set(['shpinst', 'shptxt']);

const symbols: Readonly<Record<string, string>> = {
  tab: ' ',
  line: '\n',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  '~': '\u00A0',
  _: '\u2011',
  '\\': '\\',
  '{': '{',
  '}': '}',
};

type Into =
  'text' | 'note' | 'skip' | 'info' | 'title' | 'author' | 'instruction' | 'fonts' | 'styles';

interface State {
  into: Into;
  bold: boolean;
  italic: boolean;
  raised: boolean;
  /** Taken out by a change that is tracked. */
  deleted: boolean;
  hidden: boolean;
  link: string | null;
  font: number;
  /** How many fallback characters follow a `\u`. */
  fallback: number;
}

const toggles = {
  b: 'bold',
  i: 'italic',
  super: 'raised',
  deleted: 'deleted',
  v: 'hidden',
} as const;

const upright = {
  bold: false,
  italic: false,
  raised: false,
  deleted: false,
  hidden: false,
} as const;

export interface RtfDocument {
  readonly blocks: readonly BlockDraft[];
  readonly title: string;
  readonly author: string;
}

/** Takes tokens and builds the document's text. Nesting is kept on a list, so it may be deep. */
export class RtfReader {
  readonly #blocks: BlockDraft[] = [];
  readonly #stack: State[] = [];
  readonly #fonts = new Map<number, number>();
  /** The shapes of styles by their numbers. */
  readonly #styles = new Map<number, BlockShape>();
  /** Footnotes and endnotes, which follow the text. */
  readonly #notes: Run[][] = [];
  #state: State = {
    into: 'text',
    bold: false,
    italic: false,
    raised: false,
    deleted: false,
    hidden: false,
    link: null,
    font: 0,
    fallback: 1,
  };
  #codePage = 1252;
  #bytes: number[] = [];
  #toSkip = 0;
  #optional = false;
  #runs: Run[] = [];
  #instruction = '';
  #title = '';
  #author = '';
  #style = 0;
  #styleName = '';
  #shape: BlockShape | null = null;
  #level: number | null = null;
  #listed = false;
  #inTable = false;

  take(token: RtfToken): void {
    if (token.type === 'byte') {
      if (this.#toSkip > 0) this.#toSkip -= 1;
      else this.#bytes.push(token.byte);
      return;
    }
    if (token.type === 'text') {
      const text = token.text.slice(this.#toSkip);
      this.#toSkip = Math.max(0, this.#toSkip - token.text.length);
      if (/^[\0-\x7F]*$/.test(text)) this.#write(text);
      else for (const character of text) this.#bytes.push(character.charCodeAt(0));
      return;
    }
    this.#flushBytes();
    this.#toSkip = 0;
    if (token.type === 'open') this.#stack.push({ ...this.#state });
    else if (token.type === 'close') this.#close();
    else this.#word(token.word, token.value);
  }

  finish(): RtfDocument {
    this.#flushBytes();
    this.#paragraph();
    for (const runs of this.#notes) this.#blocks.push({ kind: 'list-item', level: 1, runs });
    return {
      blocks: this.#blocks,
      title: this.#title.trim(),
      author: this.#author.trim(),
    };
  }

  #close(): void {
    const ended = this.#state.into;
    this.#state = this.#stack.pop() ?? this.#state;
    if (ended === 'instruction' && this.#state.into !== 'instruction') {
      const address = /HYPERLINK\s+"([^"]+)"/.exec(this.#instruction)?.[1] ?? null;
      this.#state.link = absoluteHttp(address, null);
      this.#instruction = '';
    }
    if (ended === 'styles') this.#nameStyle();
  }

  /** A group of the style sheet has ended: what it says, `Heading 2;`, is its style's name. */
  #nameStyle(): void {
    const shape = shapeOfStyle(this.#styleName.replace(/;.*$/su, '').trim());
    if (shape !== null) this.#styles.set(this.#style, shape);
    this.#styleName = '';
    this.#style = 0;
  }

  #word(word: string, value: number | null): void {
    const state = this.#state;
    if (word === '*') {
      this.#optional = true;
      return;
    }
    const optional = this.#optional;
    this.#optional = false;
    const target = destination(word);
    if (target !== null) {
      if (state.into !== 'skip') this.#enter(target);
      return;
    }
    if (optional && !opened.has(word)) {
      state.into = 'skip';
      return;
    }
    this.#format(word, value);
    this.#content(word, value);
  }

  #enter(target: Into): void {
    const state = this.#state;
    // Some programs name the author of the last change as a second author.
    const isAgain =
      (target === 'author' && this.#author !== '') || (target === 'title' && this.#title !== '');
    if (target === 'note' && state.into !== 'note') {
      this.#notes.push([]);
      Object.assign(state, upright);
    }
    state.into = isAgain ? 'skip' : target;
  }

  #format(word: string, value: number | null): void {
    const state = this.#state;
    const toggle = Object.hasOwn(toggles, word) ? toggles[word as keyof typeof toggles] : null;
    if (toggle !== null) state[toggle] = value !== 0;
    else if (word === 'nosupersub') state.raised = false;
    else if (word === 'plain') Object.assign(state, upright);
    else if (word === 'ansicpg' && value !== null) this.#codePage = value;
    else if (word === 'uc' && value !== null) state.fallback = Math.max(0, value);
    else if (word === 'f' && value !== null) state.font = value;
    else if (word === 'fcharset' && value !== null) {
      const page = codePageOfCharset(value);
      if (page !== undefined) this.#fonts.set(state.font, page);
    } else if (state.into === 'styles') {
      if (word === 's' && value !== null) this.#style = value;
    } else if (state.into === 'text') this.#shapeBy(word, value);
  }

  /** What a word says of the paragraph it stands in. */
  #shapeBy(word: string, value: number | null): void {
    if (word === 'pard') {
      this.#level = null;
      this.#shape = null;
      this.#listed = false;
      this.#inTable = false;
    } else if (word === 's' && value !== null) this.#shape = this.#styles.get(value) ?? null;
    else if (word === 'outlinelevel' && value !== null && value < 6) this.#level = value + 1;
    else if (word === 'ls') this.#listed = true;
    else if (word === 'intbl') this.#inTable = true;
  }

  #content(word: string, value: number | null): void {
    if (word === 'u' && value !== null) {
      this.#write(String.fromCharCode(value < 0 ? value + 65_536 : value));
      this.#toSkip = this.#state.fallback;
    } else if (word === 'par' || word === 'sect' || word === 'page' || word === '\n') {
      if (this.#state.into === 'note') this.#write('\n');
      else if (this.#inTable) this.#write(' ');
      else this.#paragraph();
    } else if (word === 'cell' || word === 'nestcell') {
      if (this.#state.into === 'text') this.#runs.push({ text: '\t', marks: [] });
    } else if (word === 'row' || word === 'nestrow') {
      this.#emit({ kind: 'table-row' });
    } else if (word === 'chftn') {
      // The mark of a note in the text comes before the group that holds its words.
      if (this.#state.into === 'text') this.#write(`[${this.#notes.length + 1}]`);
    } else {
      const symbol = symbols[word];
      if (symbol !== undefined) this.#write(symbol);
    }
  }

  #flushBytes(): void {
    if (this.#bytes.length === 0) return;
    const bytes = this.#bytes;
    this.#bytes = [];
    this.#write(decodeCodePage(bytes, this.#fonts.get(this.#state.font) ?? this.#codePage));
  }

  #write(text: string): void {
    this.#flushBytes();
    const { into, bold, italic, raised, deleted, hidden, link } = this.#state;
    if (deleted || text === '') return;
    if (into === 'title') this.#title += text;
    else if (into === 'author') this.#author += text;
    else if (into === 'instruction') this.#instruction += text;
    else if (into === 'styles') this.#styleName += text;
    const runs = into === 'note' ? this.#notes.at(-1) : this.#runs;
    if ((into !== 'text' && into !== 'note') || runs === undefined) return;
    const marks: RunMark[] = [];
    if (bold) marks.push({ kind: 'strong' });
    if (italic) marks.push({ kind: 'emphasis' });
    if (raised) marks.push({ kind: 'superscript' });
    if (link !== null) marks.push({ kind: 'link', href: link });
    const last = runs.at(-1);
    // RTF writes a character beyond U+FFFF as its two halves.
    const isSecondHalf = last !== undefined && !last.text.isWellFormed() && !text.isWellFormed();
    if (isSecondHalf) runs.splice(-1, 1, { ...last, text: last.text + text });
    else runs.push({ text, marks, hidden });
  }

  #paragraph(): void {
    const isBulleted = /^\s*•/u.test(this.#runs[0]?.text ?? '');
    if (this.#level !== null) this.#emit({ kind: 'heading', level: this.#level });
    else if (this.#shape?.kind === 'heading') this.#emit(this.#shape);
    else if (this.#listed || isBulleted) this.#emit({ kind: 'list-item', level: 1 });
    else this.#emit(this.#shape ?? { kind: 'paragraph' });
  }

  #emit(shape: BlockShape): void {
    this.#blocks.push({ ...shape, runs: this.#runs });
    this.#runs = [];
  }
}

/** Where the words of a group go that begins with `word`; null where it is no such group. */
function destination(word: string): Into | null {
  if (word === 'fonttbl') return 'fonts';
  if (word === 'info') return 'info';
  if (word === 'title' || word === 'author') return word;
  if (word === 'fldinst') return 'instruction';
  if (word === 'footnote') return 'note';
  if (word === 'stylesheet') return 'styles';
  return skipped.has(word) ? 'skip' : null;
}
