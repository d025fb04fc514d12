import { contentTopics, topics, type Topic } from '../../shared/contract/events.ts';
import type { Method } from '../../shared/contract/methods.ts';

const marks: readonly Topic[] = ['articles', 'annotations', 'statements', 'notes', 'briefings'];
const documents: readonly Topic[] = ['notes', 'briefings', 'articles', 'annotations', 'actors'];

/** What the answers of a method are made of, by its noun. A noun not listed never goes stale. */
const sources: Readonly<Record<string, readonly Topic[]>> = {
  library: topics,
  history: topics,
  search: contentTopics,
  searches: [...contentTopics, 'searches'],
  articles: ['articles', 'annotations'],
  annotations: marks,
  tags: ['annotations', 'articles'],
  colours: ['annotations', 'articles'],
  actors: ['actors', 'mentions', 'articles', 'statements'],
  mentions: ['mentions', 'actors', 'articles'],
  relations: ['actors'],
  analysis: ['articles', 'actors', 'mentions'],
  statements: ['statements', 'actors', 'mentions', 'articles', 'annotations'],
  notes: documents,
  briefings: documents,
  citations: documents,
  documents,
  templates: ['briefings'],
  versions: ['notes', 'briefings'],
  import: ['articles'],
  duplicates: ['articles'],
  cleaning: ['rules', 'articles'],
  settings: ['settings'],
};

/** A long text need not come again because a passage of it was marked. */
const exceptions: Readonly<Partial<Record<Method, readonly Topic[]>>> = {
  'articles.get': ['articles'],
  'articles.excerpts': ['articles'],
  'articles.original': ['articles'],
};

/** Whether an answer of `method` may be out of date after a change of `changed`. */
export function isStale(method: Method, changed: readonly Topic[]): boolean {
  const noun = method.slice(0, method.indexOf('.'));
  const made = exceptions[method] ?? sources[noun] ?? [];
  return made.some((topic) => changed.includes(topic));
}
