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

/** False where outlet or date say that one headline stands over two reports. */
function agrees(record: BibliographicRecord, { containerTitle, issued }: KnownFields): boolean {
  const outlet = record['container-title'];
  if (outlet !== null && containerTitle !== null && !sameOutlet(outlet, containerTitle))
    return false;
  if (record.issued === null || issued === null) return true;
  return record.issued.startsWith(issued) || issued.startsWith(record.issued);
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
    const title = record.title === null ? null : titleKey(record.title);
    const named = (title === null ? undefined : this.#byTitle.get(title)) ?? [];
    const possible = named.filter(({ fields }) => agrees(record, fields));
    const outlet = record['container-title'];
    const sure = possible.filter(({ fields }) => sameOutlet(outlet, fields.containerTitle));
    const [first, second] = sure.length > 0 ? sure : possible;
    return first === undefined || second !== undefined ? null : { of: first.of, by: 'title' };
  }
}
