import { notFound, toErrorData } from '../../../../shared/contract/errors.ts';
import { contentFromMarkdown } from '../../../../shared/briefing/markdown/read.ts';
import { readDocument } from '../../../../shared/briefing/document-text.ts';
import { seqOf } from '../../articles/store.ts';
import { insertDocument } from '../../documents/insert.ts';
import { proposeTitle } from '../../documents/titles.ts';
import type { Database } from '../../storage/database.ts';
import { annotationStore } from '../../annotations/store.ts';
import type { Articles } from './articles.ts';
import type { RefusedItem } from './incoming.ts';
import { withReply, type Remark } from './remarks.ts';

interface Place {
  readonly source: string;
  readonly index: number;
}
export interface FoundRemark extends Place {
  readonly remark: Remark;
}
type Reply = Extract<Remark, { replyTo: string }>;

/** What becomes of replies and notes on pages. */
export interface SortedRemarks {
  /** To annotations that come in with them. */
  readonly repliesToNew: readonly Reply[];
  /** To annotations that are in the library. */
  readonly replies: readonly Reply[];
  /** Every reply that is kept, with the annotation it answers. */
  readonly answered: (Place & { readonly id: string })[];
  readonly notes: (Place & {
    readonly id: string;
    readonly articleId: string;
    readonly remark: Remark;
  })[];
  readonly already: (Place & { readonly id: string })[];
  readonly refused: RefusedItem[];
}

/** Tells where each remark belongs; `fresh` are the annotations that come in with them. */
export function sortRemarks(
  db: Database,
  articles: Articles,
  remarks: readonly FoundRemark[],
  fresh: ReadonlySet<string>,
): SortedRemarks {
  const store = annotationStore(db);
  const isNote = db.prepare<{ id: string }>('SELECT id FROM documents WHERE id = ?');
  const repliesToNew: Reply[] = [];
  const replies: Reply[] = [];
  const sorted: SortedRemarks = {
    repliesToNew,
    replies,
    answered: [],
    notes: [],
    already: [],
    refused: [],
  };
  const refuse = (place: Place, kind: string, id: string) => {
    const { code, message } = toErrorData(notFound(kind, id));
    sorted.refused.push({ ...place, code, message });
  };
  for (const { source, index, remark } of remarks) {
    const place = { source, index };
    if ('replyTo' in remark) {
      const parent = store.get(remark.replyTo);
      if (fresh.has(remark.replyTo)) repliesToNew.push(remark);
      else if (parent === undefined) {
        refuse(place, 'annotation that is answered', remark.replyTo);
        continue;
      } else if (withReply(parent.comment, remark) === parent.comment) {
        sorted.already.push({ ...place, id: remark.replyTo });
        continue;
      } else replies.push(remark);
      sorted.answered.push({ ...place, id: remark.replyTo });
      continue;
    }
    const [articleId] = articles.find(remark.about);
    if (isNote.get(remark.id) !== undefined) sorted.already.push({ ...place, id: remark.id });
    else if (articleId === undefined) {
      refuse(place, 'article of this note', remark.about.sources[0] ?? '');
    } else sorted.notes.push({ ...place, id: remark.id, articleId, remark });
  }
  return sorted;
}

/** Puts replies into the comments they answer, and notes on pages among the notes. In a command. */
export function keepRemarks(db: Database, { replies, notes }: SortedRemarks, now: Date): void {
  const store = annotationStore(db);
  for (const reply of replies) {
    const parent = store.get(reply.replyTo);
    if (parent === undefined) continue;
    store.setComment(parent.seq, withReply(parent.comment, reply), now.toISOString());
  }
  for (const { id, articleId, remark } of notes) {
    const from = [remark.creator, remark.created?.slice(0, 10), remark.tags.join(', ')];
    const written = from.filter((part) => part !== undefined && part !== null && part !== '');
    const markdown = [remark.comment, written.join(' · ')].filter(Boolean).join('\n\n');
    const content = contentFromMarkdown(markdown);
    const title = remark.title || proposeTitle('note', readDocument(content).text);
    const article = seqOf(db, articleId);
    insertDocument(db, { id, kind: 'note', title, content, article, actor: null }, now);
  }
}
