import type { Annotation } from '../../../shared/model/annotation.ts';
import type { LinkedKind } from '../../../shared/briefing/inner-links.ts';

/** Something `[[` puts into the text: a passage is cited, anything else is linked. */
export interface Linkable {
  readonly kind: 'passage' | LinkedKind;
  readonly id: string;
  /** A passage's words; the title or name of anything else. */
  readonly name: string;
  /** One line that says what or from where it is. */
  readonly detail: string;
  /** Further words it is found by. */
  readonly also?: string;
}

export interface LinkableSources {
  readonly passages: readonly Annotation[];
  readonly sourceOf: (annotation: Annotation) => string;
  readonly others: readonly Linkable[];
}

const mostPassages = 6;
const mostOthers = 4;

const folded = (text: string): string => text.normalize('NFKC').toLocaleLowerCase();

/** What has all the words of the query: passages first, then what is called by them. */
export function findLinkables(query: string, sources: LinkableSources): Linkable[] {
  const words = folded(query).split(/\s+/u).filter(Boolean);
  const has = (text: string) => {
    const heard = folded(text);
    return words.every((word) => heard.includes(word));
  };
  const { passages, sourceOf, others } = sources;
  const found: Linkable[] = [];
  for (const annotation of passages) {
    const { id, quote, tags } = annotation;
    const detail = sourceOf(annotation);
    if (!has(`${quote} ${detail} ${tags.join(' ')}`)) continue;
    found.push({ kind: 'passage', id, name: quote, detail });
    if (found.length === mostPassages) break;
  }
  if (words.length === 0) return found;
  const begins = (name: string) => folded(name).startsWith(words[0] ?? '');
  const called = others
    .filter(({ name, also = '' }) => has(`${name} ${also}`))
    .sort((a, b) => Number(begins(b.name)) - Number(begins(a.name)));
  return [...found, ...called.slice(0, found.length === 0 ? mostPassages : mostOthers)];
}
