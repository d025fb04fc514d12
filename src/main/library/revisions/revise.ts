import { AttacheError } from '../../../shared/contract/errors.ts';
import { contentTopics } from '../../../shared/contract/events.ts';
import type { Output } from '../../../shared/contract/methods.ts';
import type { Block, Mark } from '../../../shared/model/ranges.ts';
import type { LibraryContext } from '../context.ts';
import { isPrompt } from '../cleaning/rules.ts';
import { canonicalText } from '../articles/text/canonical.ts';
import { plainBlocks } from '../articles/text/plain-blocks.ts';
import type { Database } from '../storage/database.ts';
import { articleById, labelOf } from '../articles/store.ts';
import { applyRevision } from './apply.ts';
import { carryLayers } from './carry-layers.ts';
import { hiddenByRules } from './hidden.ts';
import type { MovedPassage } from './passages.ts';
import { revision, type Layered, type NewText, type Revision } from './version.ts';

interface CurrentRow {
  readonly seq: number;
  readonly text: string;
  readonly blocks: string;
  readonly marks: string;
  readonly latest: number;
}

function currentText(db: Database, id: string): CurrentRow | undefined {
  return db
    .prepare<CurrentRow>(
      `SELECT a.seq, t.text, t.blocks, t.marks,
         (SELECT max(version) FROM texts WHERE article = a.seq) AS latest
       FROM articles a JOIN texts t ON t.article = a.seq AND t.version = a.version WHERE a.id = ?`,
    )
    .get(id);
}

const refuse = (message: string) => new AttacheError('invalid-input', message, { field: 'text' });

/**
 * The revision that gives an article the text `made` answers, from the one it has.
 * Throws `not-found`, and `invalid-input` where the new text is empty or what the article has.
 */
export function planRevision(
  db: Database,
  id: string,
  made: (before: Layered & { readonly marks: readonly Mark[] }) => NewText,
): Revision {
  const title = labelOf(db, id);
  const row = currentText(db, id);
  if (row === undefined) throw refuse(`${title} has no text that could be revised.`);
  const before = {
    text: row.text,
    blocks: JSON.parse(row.blocks) as Block[],
    marks: JSON.parse(row.marks) as Mark[],
  };
  const after = made(before);
  if (after.text.trim() === '') {
    throw refuse(`The new text of ${title} has no words. Give it some.`);
  }
  if (after.text === before.text) {
    throw refuse(`${title} has this text already, so no new version was made.`);
  }
  return revision(row.seq, before, after, row.latest + 1);
}

/** A text as a person corrected it: the layers of the old one stay with their lines. */
function corrected(text: string) {
  return (before: Layered & { readonly marks: readonly Mark[] }): NewText => {
    const after = canonicalText(text);
    const layers = carryLayers(before, after, plainBlocks(after, isPrompt));
    return {
      text: after,
      ...layers,
      hidden: hiddenByRules({ text: after, blocks: layers.blocks }),
      original: null,
    };
  };
}

/** How a revision went, as `articles.revise` and reports of imports tell it. */
export function outcomeOf(annotations: readonly MovedPassage[]) {
  const idsOf = (wanted: MovedPassage['status']) =>
    annotations.filter(({ status }) => status === wanted).map(({ id }) => id);
  return { moved: idsOf('moved'), orphaned: idsOf('orphaned'), exact: idsOf('exact').length };
}

/**
 * Gives an article a corrected text, one undo step with everything that stands on the text:
 * passages, statements, decided mentions, hidden lines, the origin's evidence. Earlier versions
 * stay. Throws `not-found`, and `invalid-input` where `text` is empty or what the article has.
 */
export function reviseArticle(
  context: LibraryContext,
  { id, text }: { id: string; text: string },
): Output<'articles.revise'> {
  const { db, commands } = context;
  const plan = planRevision(db, id, corrected(text));
  const effect = { topics: contentTopics, articleIds: [id] };
  const annotations = commands.run(`Revise ${labelOf(db, id)}`, effect, () =>
    applyRevision(db, plan, context.now().toISOString()),
  );
  return { article: articleById(db, id), ...outcomeOf(annotations) };
}
