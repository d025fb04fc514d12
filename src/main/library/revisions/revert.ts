import { contentTopics } from '../../../shared/contract/events.ts';
import type { Output } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';
import type { Database } from '../storage/database.ts';
import { articleById, labelOf } from '../articles/store.ts';
import { applyRevision } from './apply.ts';
import { hiddenByRules } from './hidden.ts';
import { outcomeOf, planRevision } from './revise.ts';
import type { NewOriginal, NewText } from './version.ts';

/** The file a version was read from, under the name the article's file has now. */
function originalOf(db: Database, id: string, version: number): NewOriginal | null {
  return (
    db
      .prepare<NewOriginal>(
        `SELECT o.sha256, o.bytes, a.source_name AS name, a.source_format AS format
         FROM articles a JOIN texts t ON t.article = a.seq JOIN originals o ON o.sha256 = t.original
         WHERE a.id = ? AND t.version = ?`,
      )
      .get(id, version) ?? null
  );
}

function asItWas(db: Database, id: string, version: number): NewText {
  const { text, blocks, marks } = articleById(db, id, version);
  const hidden = hiddenByRules({ text, blocks });
  return { text, blocks, marks, hidden, original: originalOf(db, id, version) };
}

/**
 * Brings an earlier version of a text back, as a new version: one undo step with everything that
 * stands on the text. Throws `not-found`, and `invalid-input` where the article has this text.
 */
export function revertArticle(
  context: LibraryContext,
  { id, version }: { id: string; version: number },
): Output<'articles.revert'> {
  const { db, commands } = context;
  const plan = planRevision(db, id, () => asItWas(db, id, version));
  const effect = { topics: contentTopics, articleIds: [id] };
  const label = `Bring version ${version} of ${labelOf(db, id)} back`;
  const annotations = commands.run(label, effect, () =>
    applyRevision(db, plan, context.now().toISOString()),
  );
  return { article: articleById(db, id), ...outcomeOf(annotations) };
}
