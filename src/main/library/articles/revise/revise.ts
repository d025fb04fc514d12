import { AttacheError } from '../../../../shared/contract/errors.ts';
import type { Output } from '../../../../shared/contract/methods.ts';
import type { Block } from '../../../../shared/model/ranges.ts';
import { wordCount } from '../../../../shared/text/words.ts';
import type { LibraryContext } from '../../context.ts';
import { isPrompt } from '../../import/cleaning/rules.ts';
import { canonicalText } from '../../import/text/canonical.ts';
import { plainBlocks } from '../../import/text/plain-blocks.ts';
import type { Database } from '../../storage/database.ts';
import { sha256 } from '../originals.ts';
import { articleById, labelOf } from '../store.ts';
import { moveDecisions } from './decisions.ts';
import { moveHidden } from './hidden.ts';
import { movePassages, type MovedPassage } from './passages.ts';
import { revision, sameWords, type Revision } from './version.ts';

interface CurrentRow {
  readonly seq: number;
  readonly text: string;
  readonly blocks: string;
  readonly latest: number;
}

function currentText(db: Database, id: string): CurrentRow | undefined {
  return db
    .prepare<CurrentRow>(
      `SELECT a.seq, t.text, t.blocks,
         (SELECT max(version) FROM texts WHERE article = a.seq) AS latest
       FROM articles a JOIN texts t ON t.article = a.seq AND t.version = a.version WHERE a.id = ?`,
    )
    .get(id);
}

const refuse = (message: string) => new AttacheError('invalid-input', message, { field: 'text' });

/** The revision `text` asks for. Throws `not-found`, and `invalid-input` where there is none. */
function planned(db: Database, id: string, text: string): Revision {
  const title = labelOf(db, id);
  const row = currentText(db, id);
  const after = canonicalText(text);
  if (after.trim() === '') throw refuse(`The new text of ${title} has no words. Give it some.`);
  if (row === undefined || after === row.text) {
    throw refuse(`${title} has this text already, so no new version was made.`);
  }
  const before = { text: row.text, blocks: JSON.parse(row.blocks) as Block[] };
  const blocks = plainBlocks(after, isPrompt);
  return revision(row.seq, before, { text: after, blocks }, row.latest + 1);
}

function saveText(db: Database, { article, version, after }: Revision, now: string): void {
  db.prepare(
    `INSERT INTO texts (article, version, text, hash, blocks, marks, created)
     VALUES (?, ?, ?, ?, ?, '[]', ?)`,
  ).run(article, version, after.text, sha256(after.text), JSON.stringify(after.blocks), now);
  db.prepare('UPDATE articles SET version = ?, words = ?, modified = ? WHERE seq = ?').run(
    version,
    wordCount(after.text),
    now,
    article,
  );
  db.prepare('UPDATE reading SET position = min(position, ?) WHERE article = ?').run(
    after.text.length,
    article,
  );
}

/** The words the origin was read from, where the new text still has them. */
function moveEvidence(db: Database, plan: Revision): void {
  const row = db
    .prepare<{ start: number | null; end: number | null }>(
      'SELECT origin_start AS start, origin_end AS "end" FROM articles WHERE seq = ?',
    )
    .get(plan.article);
  if (row?.start == null || row.end === null) return;
  const place = sameWords(plan, { start: row.start, end: row.end });
  db.prepare('UPDATE articles SET origin_start = ?, origin_end = ? WHERE seq = ?').run(
    place?.start ?? null,
    place?.end ?? null,
    plan.article,
  );
}

const allTopics = [
  'articles',
  'annotations',
  'actors',
  'mentions',
  'statements',
  'notes',
  'briefings',
] as const;

/**
 * Gives an article a new text, one undo step with everything that stands on the text: passages,
 * statements, decided mentions, hidden lines, the origin's evidence. Earlier versions stay.
 * Throws `not-found`, and `invalid-input` where `text` is empty or what the article has.
 */
export function reviseArticle(
  context: LibraryContext,
  { id, text }: { id: string; text: string },
): Output<'articles.revise'> {
  const { db, commands } = context;
  const plan = planned(db, id, text);
  let annotations: MovedPassage[] = [];
  const effect = { topics: allTopics, articleIds: [id] };
  commands.run(`Revise ${labelOf(db, id)}`, effect, () => {
    moveEvidence(db, plan);
    moveHidden(db, plan);
    moveDecisions(db, plan);
    saveText(db, plan, context.now().toISOString());
    annotations = movePassages(db, 'annotations', plan);
    movePassages(db, 'statements', plan);
  });
  const idsOf = (wanted: MovedPassage['status']) =>
    annotations.filter(({ status }) => status === wanted).map((annotation) => annotation.id);
  return {
    article: articleById(db, id),
    moved: idsOf('moved'),
    orphaned: idsOf('orphaned'),
    exact: idsOf('exact').length,
  };
}
