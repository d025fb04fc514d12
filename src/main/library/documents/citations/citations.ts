import { AttacheError, notFound } from '../../../../shared/contract/errors.ts';
import type { Handlers } from '../../../../shared/contract/methods.ts';
import { describePassage } from '../../../../shared/anchoring/describe.ts';
import { coverage } from '../../../../shared/briefing/coverage.ts';
import { readDocument } from '../../../../shared/briefing/document-text.ts';
import type { Citation } from '../../../../shared/model/document.ts';
import { shortTitle, textOf } from '../../articles/current-text.ts';
import { selectPassage } from '../../articles/select-passage.ts';
import { annotationStore } from '../../annotations/store.ts';
import type { LibraryContext } from '../../context.ts';
import { anyDocumentRow, contentOf, type DocumentRow } from '../store.ts';
import { topicOf } from '../titles.ts';
import { markOfCitation, resolveCitations } from './resolve.ts';
import { wordsNow } from './save.ts';
import { beginningOf, endingOf } from '../../../../shared/text/shorten.ts';

type Methods =
  'citations.list' | 'citations.get' | 'citations.update' | 'citations.keep' | 'citations.refind';

interface Cited {
  readonly documentId: string;
  readonly annotationId: string;
}

/** Characters of the article shown on either side of a passage. */
const contextLength = 240;

export function citationHandlers(context: LibraryContext): Handlers<Methods> {
  const { db, commands, now } = context;
  const annotations = annotationStore(db);

  function find({ documentId, annotationId }: Cited): { row: DocumentRow; citation: Citation } {
    const row = anyDocumentRow(db, documentId);
    const citation = resolveCitations(db, row.seq).find((one) => one.annotationId === annotationId);
    if (citation === undefined) throw notFound('citation', annotationId);
    return { row, citation };
  }

  const effectOn = ({ kind }: DocumentRow) => ({ topics: [topicOf[kind], 'annotations'] }) as const;

  function decide(row: DocumentRow, { annotationId }: Citation, kept: string | null): void {
    db.prepare('UPDATE citations SET kept = ? WHERE document = ? AND annotation_id = ?').run(
      kept,
      row.seq,
      annotationId,
    );
  }

  /** The new place of a passage that moved becomes its own, with the words that stand there. */
  function settle({ annotationId }: Citation): void {
    const row = annotations.get(annotationId);
    if (row?.status !== 'moved') return;
    const article = textOf(db, row.articleId);
    const passage = selectPassage(article, row);
    annotations.place(row.seq, article.version, passage, now().toISOString());
  }

  return {
    'citations.list': ({ annotationId }) => {
      const items = db
        .prepare<{ id: string }>(
          `SELECT d.id FROM citations c JOIN documents d ON d.seq = c.document
           WHERE c.annotation_id = ? AND d.trashed IS NULL ORDER BY d.modified DESC, d.seq DESC`,
        )
        .all(annotationId)
        .map(({ id }) => {
          const row = anyDocumentRow(db, id);
          const { sentences } = coverage(readDocument(contentOf(row)), () => true);
          const citing = sentences.filter(({ citations }) => citations.includes(annotationId));
          return {
            documentId: id,
            kind: row.kind,
            title: row.title,
            sentences: citing.map(({ text, start, end }) => ({ text, start, end })),
          };
        });
      return { items, total: items.length };
    },

    'citations.get': (input) => {
      const { citation } = find(input);
      const { articleId, status, start, end } = citation;
      if (articleId === null || (status !== 'exact' && status !== 'moved')) {
        return { ...citation, before: '', after: '' };
      }
      const { text } = textOf(db, articleId);
      return {
        ...citation,
        before: endingOf(text.slice(0, start), contextLength),
        after: beginningOf(text.slice(end), contextLength),
      };
    },

    'citations.update': (input) => {
      const { row, citation } = find(input);
      if (wordsNow(db, citation.annotationId) === undefined) {
        throw new AttacheError(
          'not-found',
          'The passage was deleted, so there is nothing to update to. Keep its words or find it again.',
        );
      }
      commands.run(`Update source ${citation.number} of “${row.title}”`, effectOn(row), () => {
        settle(citation);
        const words = wordsNow(db, citation.annotationId);
        if (words === undefined) return;
        db.prepare(
          `UPDATE citations SET quote = ?, tags = ?, kept = NULL
           WHERE document = ? AND annotation_id = ?`,
        ).run(words.quote, words.tags, row.seq, citation.annotationId);
      });
      return find(input).citation;
    },

    'citations.keep': (input) => {
      const { row, citation } = find(input);
      if (citation.change === null) return citation;
      const mark = markOfCitation(citation, wordsNow(db, citation.annotationId)?.quote ?? null);
      commands.run(
        `Keep the words of source ${citation.number} of “${row.title}”`,
        effectOn(row),
        () => decide(row, citation, mark),
      );
      return find(input).citation;
    },

    'citations.refind': (input) => {
      const { row, citation } = find(input);
      const { annotationId, cited } = citation;
      if (citation.status !== 'deleted') return citation;
      const article = articleOf(citation);
      const { text, title } = article;
      const start = text.indexOf(cited.quote);
      if (cited.quote === '' || start < 0) {
        throw new AttacheError(
          'not-found',
          `The words of source ${citation.number} do not stand in “${title}” now. Cite another passage, or keep the words.`,
        );
      }
      if (text.includes(cited.quote, start + 1)) {
        throw new AttacheError(
          'conflict',
          `The words of source ${citation.number} stand in several places of “${title}”. Mark the right one there and cite it.`,
        );
      }
      const passage = describePassage(text, { start, end: start + cited.quote.length });
      commands.run(
        `Mark source ${citation.number} again in “${shortTitle(title)}”`,
        { ...effectOn(row), articleIds: [article.id] },
        () => {
          const seq = annotations.insert(
            annotationId,
            article.seq,
            article.version,
            {
              ...passage,
              motivation: 'highlighting',
              comment: '',
              colour: 'amber',
              status: 'exact',
            },
            now().toISOString(),
          );
          annotations.setTags(seq, cited.tags);
          decide(row, citation, null);
        },
      );
      return find(input).citation;
    },
  };

  function articleOf({ articleId, number }: Citation) {
    if (articleId === null) {
      throw new AttacheError(
        'not-found',
        `Nothing is known of the article of source ${number}. Cite another passage.`,
      );
    }
    return textOf(db, articleId);
  }
}
