import { articleKeys, parseItem, uuidOfItem, wordsOf } from './read-item.ts';
import { uuidOf } from '../../annotations/identity.ts';
import type { ImportedAnnotation } from './read-item.ts';
import type { Sought } from './articles.ts';

/** What somebody wrote about an annotation, or about a page as a whole. */
export type Remark = Written & ({ readonly replyTo: string } | { readonly about: Sought });

interface Written {
  readonly id: string;
  readonly comment: string;
  readonly tags: readonly string[];
  readonly title: string;
  readonly creator: string | null;
  /** ISO 8601. */
  readonly created: string | null;
}

/**
 * An item that is on no passage and has words all the same: a reply (`replyTo` is the library's id
 * of the annotation the thread began with) or a note on a page. Null where it is neither.
 */
export function readRemark(raw: unknown): Remark | null {
  const item = parseItem(raw);
  const written: Written = { id: uuidOfItem(item, raw), ...wordsOf(item) };
  if (written.comment === '') return null;
  const [root] = item.references ?? [];
  if (root !== undefined) return { ...written, replyTo: uuidOf(root, root) };
  const hasSelector = item.target.some(
    (target) => typeof target !== 'string' && target.selector !== undefined,
  );
  return hasSelector ? null : { ...written, about: articleKeys(item) };
}

/** A reply as a part of the comment it answers: quoted, under its writer's name. */
function quoted({ comment, creator, created }: Written): string {
  const day = created === null ? '' : ` (${created.slice(0, 10)})`;
  return `**${creator ?? '?'}**${day}: ${comment}`
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

/** A comment with a reply below it; the same comment where the reply is in it already. */
export function withReply(comment: string, reply: Remark): string {
  const words = quoted(reply);
  if (comment.includes(words)) return comment;
  return comment === '' ? words : `${comment}\n\n${words}`;
}

const byDate = (a: Written, b: Written) => (a.created ?? '').localeCompare(b.created ?? '');

/** The annotations with the replies to them in their comments, oldest first. */
export function withReplies(
  items: readonly ImportedAnnotation[],
  replies: readonly (Remark & { readonly replyTo: string })[],
): ImportedAnnotation[] {
  const byParent = Map.groupBy(replies.toSorted(byDate), ({ replyTo }) => replyTo);
  return items.map((item) => {
    const own = byParent.get(item.id);
    if (own === undefined) return item;
    const comment = own.reduce(withReply, item.comment);
    return Object.assign({}, item, { comment });
  });
}
