import CSL, { type Engine } from 'citeproc';
import { AttacheError } from '../../../../shared/contract/errors.ts';
import type { DocumentLanguage } from '../../../../shared/model/document-language.ts';
import { authorNames } from '../../articles/author-names.ts';
import { contained, isRtlLanguage } from '../briefing/language.ts';
import { safeUrl } from '../briefing/safe-url.ts';
import type { CslItem } from '../sources/csl.ts';
import { documentWords } from '../words/document-words.ts';
import { localeFor, localeXml } from './bundled.ts';
import { readRuns, type Run } from './runs.ts';
import type { CslStyle } from './style-file.ts';

/** The sources of a briefing, written in one style. */
export interface References {
  /** The reference for a note that cites this source; `first` where no note before it did. */
  readonly note: (itemId: string, first: boolean) => readonly Run[];
  /** The table of sources, in the style's order. */
  readonly sources: readonly { readonly id: string; readonly runs: readonly Run[] }[];
}

/**
 * What stands for "<", ">" in the items while citeproc works on them, which would read them as
 * markup. Private use, so that no text has them by itself.
 */
const lessThan = '\u{F0000}';
const greaterThan = '\u{F0001}';

const veil = (words: string): string =>
  words
    .toWellFormed()
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .replaceAll(/[<>]/gu, (mark) => (mark === '<' ? lessThan : greaterThan));

const unveil = (run: Run): Run => ({
  ...run,
  text: run.text.replaceAll(lessThan, '<').replaceAll(greaterThan, '>'),
});

/** Words of the other direction closed, as `contained` does it; names that citeproc would cut apart are whole. */
function directed(item: CslItem, language: DocumentLanguage): CslItem {
  const close = (words: string) => contained(words, language);
  const { title, author, 'container-title': outlet } = item;
  return {
    ...item,
    title: close(title),
    ...(outlet === undefined ? {} : { 'container-title': close(outlet) }),
    ...(author === undefined || isRtlLanguage(language)
      ? {}
      : {
          author: author.map((name) => {
            const words = authorNames([name]).join('');
            return close(words) === words ? name : { literal: close(words) };
          }),
        }),
  };
}

/** The item as citeproc gets it: nothing to take for markup, and no address that is not safe. */
const veiled = ({ URL, ...item }: CslItem): unknown => {
  const safe = safeUrl(URL ?? null) === null ? item : { ...item, URL };
  return JSON.parse(JSON.stringify(safe), (_, value: unknown) =>
    typeof value === 'string' ? veil(value) : value,
  );
};

function processor(
  { style, resources, language }: Setting,
  items: ReadonlyMap<string, unknown>,
): Engine {
  const sys = {
    retrieveLocale: (tag: string) => localeXml(resources, tag),
    retrieveItem: (id: string) => items.get(id),
  };
  // A style made for one language has its own way with dates in it, and gives way to another.
  const isForeign = style.locale !== null && !style.locale.startsWith(language);
  const engine = new CSL.Engine(sys, style.xml, localeFor(language), isForeign);
  engine.updateItems([...items.keys()]);
  return engine;
}

interface Setting {
  readonly style: CslStyle;
  readonly resources: string;
  readonly language: DocumentLanguage;
}

/** Runs citeproc, whose errors are strings and crashes, and says that the style is the reason. */
function guarded<T>({ style }: Setting, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new AttacheError(
      'invalid-input',
      `The citation style "${style.title}" could not be used: ${said}. Choose another style.`,
      { field: 'style', cause },
    );
  }
}

/** True where the style says by itself that an item has no date. */
function saysUndated(setting: Setting): boolean {
  const item = { id: 'probe', type: 'article-newspaper', title: 'Title' };
  const engine = processor(setting, new Map([[item.id, item]]));
  const terms = ['short', 'long'].map((form) => engine.getTerm('no date', form)?.toLowerCase());
  const written = `${engine.makeCitationCluster([{ id: item.id, position: 0 }])} ${
    entriesOf(engine).get(item.id) ?? ''
  }`.toLowerCase();
  return terms.some((term) => term !== undefined && term !== '' && written.includes(term));
}

const entriesOf = (engine: Engine): Map<string, string> => {
  const bibliography = engine.makeBibliography();
  if (bibliography === false) return new Map();
  const [{ entry_ids: ids }, entries] = bibliography;
  return new Map(entries.map((entry, index) => [ids[index]?.[0] ?? '', entry]));
};

/**
 * Writes sources in a style with citeproc-js, in the given language. A source without a date says
 * so in every style, also where the style has no words for it. Styles that cite in the text write the whole
 * reference in each note. Throws `invalid-input` where the style cannot be used.
 */
export function cslReferences(setting: Setting, items: readonly CslItem[]): References {
  return guarded(setting, () => {
    const marked = saysUndated(setting);
    const undated = { literal: documentWords(setting.language).date(null) };
    const dated = items.map((item) =>
      item.issued === undefined && !marked ? { ...item, issued: undated } : item,
    ) as CslItem[];
    const engine = processor(
      setting,
      new Map(dated.map((item) => [item.id, veiled(directed(item, setting.language))])),
    );
    const entries = entriesOf(engine);
    const read = (html: string) => readRuns(html).map(unveil);
    const cite = (id: string, first: boolean) =>
      read(engine.makeCitationCluster([{ id, position: first ? 0 : 1 }]));
    const written =
      entries.size === 0
        ? items.map(({ id }) => ({ id, runs: cite(id, true) }))
        : [...entries].map(([id, html]) => ({ id, runs: read(html) }));
    const whole = new Map(written.map(({ id, runs }) => [id, runs]));
    const known = new Map<string, readonly Run[]>();
    return {
      sources: written,
      note: (id, first) => {
        if (setting.style.class === 'in-text' || !whole.has(id)) return whole.get(id) ?? [];
        const key = `${String(first)} ${id}`;
        const runs = known.get(key) ?? guarded(setting, () => cite(id, first));
        known.set(key, runs);
        return runs;
      },
    };
  });
}
