import { setImmediate } from 'node:timers/promises';
import { AttacheError, notFound, toErrorData } from '../../../../shared/contract/errors.ts';
import type { Handlers, Output } from '../../../../shared/contract/methods.ts';
import { asAttacheError } from '../../storage/failure.ts';
import { seqOf } from '../../articles/store.ts';
import type { LibraryContext } from '../../context.ts';
import { distinctTags } from '../../annotations/distinct-tags.ts';
import { annotationStore } from '../../annotations/store.ts';
import { Articles } from './articles.ts';
import { placeIncoming, type Incoming, type RefusedItem } from './incoming.ts';
import { keepRemarks, sortRemarks } from './keep-remarks.ts';
import type { ImportedAnnotation } from './read-item.ts';
import { readSources, refusal, type FoundItem } from './read-sources.ts';
import { withReplies } from './remarks.ts';
import { waitingStore } from './waiting-store.ts';

type Methods =
  | 'annotations.import'
  | 'annotations.waiting'
  | 'annotations.placeWaiting'
  | 'annotations.dismissWaiting';
type Report = Output<'annotations.import'>;

/** How long other calls wait at most while passages are looked for, in ms. */
const patience = 40;

const hasItem = <T extends { readonly item: ImportedAnnotation | undefined }>(
  each: T,
): each is T & { readonly item: ImportedAnnotation } => each.item !== undefined;

interface Found extends FoundItem {
  readonly incoming: Incoming;
}

/** Annotations from files, and those that wait for the text they are on. */
export function annotationImportHandlers(context: LibraryContext): Handlers<Methods> {
  const { commands, db } = context;
  const store = annotationStore(db);
  const waiting = waitingStore(db);
  const now = () => context.now().toISOString();

  function insert({ item, incoming }: Pick<Found, 'item' | 'incoming'>): void {
    const { article } = incoming;
    if (article === null) return;
    const { status, score, ...passage } = incoming.passage;
    const at = now();
    const seq = store.insert(
      item.id,
      article.seq,
      article.version,
      {
        ...passage,
        status,
        motivation: item.motivation,
        comment: item.comment,
        colour: item.colour,
      },
      at,
    );
    store.setOrigin(seq, {
      score,
      creator: item.creator,
      created: item.created ?? at,
      modified: item.modified ?? item.created ?? at,
    });
    store.setTags(seq, distinctTags(item.tags));
  }

  /** Looks for many places, letting others have a turn in between. */
  async function placeAll<T extends { readonly item: ImportedAnnotation }>(
    items: readonly T[],
    place: (each: T) => Incoming,
    refuse: (each: T, error: unknown) => void,
  ): Promise<(T & { readonly incoming: Incoming })[]> {
    const placed: (T & { incoming: Incoming })[] = [];
    let turn = performance.now();
    for (const each of items) {
      try {
        placed.push({ ...each, incoming: place(each) });
      } catch (error) {
        refuse(each, error);
      }
      if (performance.now() - turn < patience) continue;
      await setImmediate();
      turn = performance.now();
    }
    return placed;
  }

  const current = ({ incoming: { article } }: { incoming: Incoming }) => {
    if (article === null) return true;
    const row = db
      .prepare<{ version: number }>('SELECT version FROM articles WHERE seq = ?')
      .get(article.seq);
    return row?.version === article.version;
  };
  const effect = (found: readonly Pick<Found, 'incoming'>[]) => ({
    topics: ['annotations'] as const,
    articleIds: [...new Set(found.flatMap(({ incoming }) => incoming.article?.id ?? []))],
  });
  function refuseChanged(found: readonly { incoming: Incoming }[]): void {
    if (found.every(current)) return;
    throw new AttacheError(
      'conflict',
      'A text was changed while its annotations were looked for, so none was imported. Import them again.',
    );
  }

  return {
    'annotations.import': async ({ sources }) => {
      const { items: read, remarks, refused: unread } = await readSources(sources);
      const refused: RefusedItem[] = [...unread];
      const there = new Set(store.some(read.map(({ item }) => item.id)).map(({ id }) => id));
      const already: Report['already'] = [];
      const fresh = read.filter(({ source, index, item: { id } }) => {
        if (!there.has(id)) return there.add(id);
        already.push({ source, index, id });
        return false;
      });
      const articles = new Articles(db);
      const own = sortRemarks(db, articles, remarks, new Set(fresh.map(({ item }) => item.id)));
      refused.push(...own.refused);
      already.push(...own.already);
      const items = withReplies(
        fresh.map(({ item }) => item),
        own.repliesToNew,
      );
      const placed = await placeAll(
        fresh.map(({ source, index }, i) => ({ source, index, item: items[i] })).filter(hasItem),
        ({ item }) => placeIncoming(articles, item),
        ({ source, index }, error) => refused.push(refusal(source, index, error)),
      );
      const count = placed.length + own.replies.length + own.notes.length;
      if (count > 0) {
        const label = `Import ${count === 1 ? 'an annotation' : `${count} annotations`}`;
        const { topics, articleIds } = effect(placed);
        commands.run(label, { topics: [...topics, 'notes'], articleIds }, () => {
          refuseChanged(placed);
          keepRemarks(db, own, context.now());
          for (const found of placed) {
            if (found.incoming.article === null) waiting.keep(found.item, now());
            else {
              waiting.remove(found.item.id);
              insert(found);
            }
          }
        });
      }
      const report: Report = {
        imported: [],
        already,
        waiting: [],
        replies: own.answered,
        notes: own.notes.map(({ source, index, id, articleId }) => ({
          source,
          index,
          id,
          articleId,
        })),
        failed: refused,
      };
      for (const { source, index, item, incoming } of placed) {
        if (incoming.article === null) {
          const { id, title, sources: on } = item;
          report.waiting.push({ source, index, id, target: on[0] ?? '', title });
        } else {
          const { status } = incoming.passage;
          report.imported.push({
            source,
            index,
            id: item.id,
            articleId: incoming.article.id,
            status,
          });
        }
      }
      return report;
    },

    'annotations.waiting': () => {
      const articles = new Articles(db);
      const groups = Map.groupBy(waiting.list(), ({ source }) => source);
      return {
        items: [...groups].map(([target, rows]) => ({
          target,
          title: rows[0]?.title ?? '',
          annotations: rows.length,
          received: rows[0]?.received ?? '',
          quotes: rows.flatMap(({ item }) => item.place.quote?.exact ?? []).slice(0, 3),
          articleId: rows.flatMap(({ item }) => articles.find(item))[0] ?? null,
        })),
      };
    },

    'annotations.placeWaiting': async ({ target, articleId }) => {
      const rows = waiting.list(target);
      if (rows.length === 0) throw notFound('waiting annotation of', target);
      if (articleId !== undefined) seqOf(db, articleId);
      const articles = new Articles(db);
      const failed: { id: string; code: RefusedItem['code']; message: string }[] = [];
      const placed = await placeAll(
        rows,
        ({ item }) => placeIncoming(articles, item, articleId),
        ({ id }, error) => {
          const { code, message } = toErrorData(asAttacheError(error));
          failed.push({ id, code, message });
        },
      );
      const arrived = placed.filter(({ incoming }) => incoming.article !== null);
      const there = new Set(store.some(arrived.map(({ id }) => id)).map(({ id }) => id));
      if (arrived.length > 0) {
        commands.run(`Place ${arrived.length} annotations that waited`, effect(arrived), () => {
          refuseChanged(arrived);
          for (const found of arrived) {
            waiting.remove(found.id);
            if (!there.has(found.id)) insert(found);
          }
        });
      }
      const statuses = arrived.flatMap(({ id, incoming }) =>
        incoming.article === null ? [] : [{ id, status: incoming.passage.status }],
      );
      return { imported: statuses, left: rows.length - arrived.length, failed };
    },

    'annotations.dismissWaiting': ({ target }) => {
      const rows = waiting.list(target);
      if (rows.length === 0) throw notFound('waiting annotation of', target);
      const label = `Dismiss ${rows.length} annotations that waited`;
      commands.run(label, { topics: ['annotations'] }, () => {
        for (const { id } of rows) waiting.remove(id);
      });
      return { dismissed: rows.length };
    },
  };
}
