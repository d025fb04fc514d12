import { readDocument } from '../../../../shared/briefing/document-text.ts';
import type { LibraryContext } from '../../context.ts';
import { newestOfPeriods } from '../../storage/thinning.ts';
import { contentOf, type DocumentRow } from '../store.ts';
import { versionStore, type VersionRow } from './store.ts';

/** A document that was left alone for this long, in ms, is kept before it is changed again. */
const pause = 10 * 60_000;
/** While somebody writes without a pause, a version is kept this often, in ms. */
const interval = 30 * 60_000;
/** A save that takes away more than half of so many characters is preceded by a version. */
const worthKeeping = 200;

const newest = 12;
const periods = { daily: 14, weekly: 12, monthly: 12 };

/**
 * Keeps what is stored of a document before a save changes it, where that is due: after a pause,
 * every half hour of writing, and before most of it is taken away. Older ones are thinned out.
 * Outside the undo history: what was kept stays kept when the save is undone.
 */
export function keepIfDue(context: LibraryContext, row: DocumentRow, nextText: string): void {
  const { db, commands } = context;
  const store = versionStore(db);
  const last = store.newest(row.seq);
  if (last?.content === row.content || !isDue(row, last, nextText, context.now())) return;
  if (!hasWords(row)) return;
  commands.quietly(null, () => {
    store.insert(context.newId(), row, null);
    const automatic = store.list(row.seq).filter(({ name }) => name === null);
    const kept = newestOfPeriods(automatic, ({ created }) => created, periods);
    for (const old of automatic.slice(newest)) if (!kept.has(old)) store.delete(old.seq);
  });
}

function isDue(
  row: DocumentRow,
  last: VersionRow | undefined,
  nextText: string,
  now: Date,
): boolean {
  const since = (time: string) => now.getTime() - Date.parse(time);
  if (since(row.modified) >= pause) return true;
  if (since(last?.created ?? row.created) >= interval) return true;
  return row.text.length > worthKeeping && nextText.length < row.text.length / 2;
}

/** A template's headings alone are not worth a version. */
function hasWords(row: DocumentRow): boolean {
  const { blocks } = readDocument(contentOf(row));
  return blocks.some(({ kind, start, end }) => kind !== 'heading' && end > start);
}
