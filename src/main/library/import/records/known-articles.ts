import { foldString } from '../../../../shared/text/fold.ts';
import { addressOf } from '../formats/bibliography/abstract-article.ts';
import { doiIn, type BibliographicRecord } from '../formats/bibliography/record.ts';
import { addressKey } from '../reimport/addresses.ts';

/** What an article is known by. */
export interface KnownFields {
  readonly title: string;
  readonly containerTitle: string | null;
  readonly issued: string | null;
  readonly url: string | null;
}

/** The article a record describes, and what it was known by. */
export interface Match<K> {
  readonly of: K;
  readonly by: 'url' | 'doi' | 'title';
}

/**
 * Why a record describes no article: none is like it, several have its headline, or the one that has
 * it is of another outlet or another day.
 */
export type Mismatch =
  | { readonly why: 'none' }
  | { readonly why: 'several'; readonly count: number }
  | { readonly why: 'outlet' | 'date'; readonly has: string; readonly says: string };

interface Known<K> {
  readonly of: K;
  readonly fields: KnownFields;
}

/** Shorter headlines ("Editorial", "訃報") are those of many articles. */
const shortestTitle = 8;
const shortestCjk = 5;

/** A text by its letters and digits alone, case and accents folded. */
export const bare = (text: string): string => foldString(text).replaceAll(/[^\p{L}\p{N}]+/gu, '');

function titleKey(title: string): string | null {
  const key = bare(title);
  const least = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(key)
    ? shortestCjk
    : shortestTitle;
  return key.length < least ? null : key;
}

const sameOutlet = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && bare(a) === bare(b);

/** Where outlet or date say that one headline stands over two reports. */
function difference(
  { issued: says, 'container-title': outlet }: BibliographicRecord,
  { containerTitle, issued }: KnownFields,
): Extract<Mismatch, { has: string }> | null {
  if (outlet !== null && containerTitle !== null && !sameOutlet(outlet, containerTitle)) {
    return { why: 'outlet', has: containerTitle, says: outlet };
  }
  if (says === null || issued === null) return null;
  const agrees = says.startsWith(issued) || issued.startsWith(says);
  return agrees ? null : { why: 'date', has: issued, says };
}

/** Articles by address, DOI and headline. */
export class KnownArticles<K> {
  readonly #byAddress = new Map<string, K>();
  readonly #byDoi = new Map<string, K>();
  readonly #byTitle = new Map<string, Known<K>[]>();

  add(of: K, fields: KnownFields): void {
    const address = fields.url === null ? null : addressKey(fields.url);
    const doi = doiIn(fields.url ?? '');
    const title = titleKey(fields.title);
    if (address !== null && !this.#byAddress.has(address)) this.#byAddress.set(address, of);
    if (doi !== null && !this.#byDoi.has(doi)) this.#byDoi.set(doi, of);
    if (title === null) return;
    const same = this.#byTitle.get(title);
    if (same === undefined) this.#byTitle.set(title, [{ of, fields }]);
    else same.push({ of, fields });
  }

  /** The one article a record describes; null where there is none or more than one might be it. */
  find(record: BibliographicRecord): Match<K> | null {
    const address = addressOf(record);
    const key = address === null ? null : addressKey(address);
    const atAddress = key === null ? undefined : this.#byAddress.get(key);
    if (atAddress !== undefined) return { of: atAddress, by: record.URL === null ? 'doi' : 'url' };
    const doi = record.DOI ?? doiIn(record.URL ?? '');
    const underDoi = doi === null ? undefined : this.#byDoi.get(doi);
    if (underDoi !== undefined) return { of: underDoi, by: 'doi' };
    const [first, second] = this.#under(record);
    return first === undefined || second !== undefined ? null : { of: first.of, by: 'title' };
  }

  /** Why `find` has no answer. */
  whyNot(record: BibliographicRecord): Mismatch {
    const count = this.#under(record).length;
    if (count > 1) return { why: 'several', count };
    const [other] = this.#named(record);
    return (other && difference(record, other.fields)) ?? { why: 'none' };
  }

  #named({ title }: BibliographicRecord): readonly Known<K>[] {
    const key = title === null ? null : titleKey(title);
    return (key === null ? undefined : this.#byTitle.get(key)) ?? [];
  }

  /** The articles under the headline of a record that may be what it describes. */
  #under(record: BibliographicRecord): readonly Known<K>[] {
    const possible = this.#named(record).filter(
      ({ fields }) => difference(record, fields) === null,
    );
    const outlet = record['container-title'];
    const sure = possible.filter(({ fields }) => sameOutlet(outlet, fields.containerTitle));
    return sure.length > 0 ? sure : possible;
  }
}
