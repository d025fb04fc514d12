import type { FinishedFile } from '../../../shared/contract/events.ts';
import type { ImportSource } from '../../../shared/model/import.ts';
import { client } from '../../api/client.ts';
import { showError } from '../../api/show-error.ts';
import { english } from '../../messages/messages.ts';
import { openBundle, type BundleSource } from '../../state/bundle.ts';
import { navigate } from '../../state/route.ts';
import { showToast } from '../../ui/toast/toasts.ts';
import { decisionsOf, editsOf } from './decisions.ts';
import { cleanSoon } from './edit-fields.ts';
import {
  changeItems,
  editRows,
  replaceRows,
  setSession,
  useSession,
  type PreviewSession,
  type Progress,
} from './session.ts';
import { largestUpload, toSources, type NamedFile } from './sources.ts';

const mostShown = 8;

/** The last few files, and every one that was left out. */
const latest = (files: readonly FinishedFile[]): FinishedFile[] =>
  files.filter(({ outcome }, index) => index < mostShown || outcome === 'failed').slice(0, 100);

/** Shows the progress events of one call in the session. */
async function followed<T>(phase: 'reading' | 'storing', work: () => Promise<T>): Promise<T> {
  setSession({ phase, progress: null });
  let recent: readonly FinishedFile[] = [];
  const stop = client.on((event) => {
    if (event.type !== 'import.progress') return;
    const { type: _, finished = [], ...progress } = event;
    recent = latest([...finished.toReversed(), ...recent]);
    setSession({ phase, progress: { ...progress, finished: recent } satisfies Progress });
  });
  try {
    return await work();
  } finally {
    stop();
  }
}

/** True for a library bundle, which is merged and not imported. */
const isBundle = (source: ImportSource): source is Extract<ImportSource, BundleSource> =>
  !('text' in source) && /\.attache$/iu.test('path' in source ? source.path : source.name);

/**
 * Reads sources and shows what is in them, before anything is stored. A library bundle among them
 * is shown as what merging it would change.
 */
export async function lookOver(given: readonly ImportSource[]): Promise<void> {
  const bundle = given.find(isBundle);
  if (bundle !== undefined) openBundle(bundle);
  const sources = given.filter((source) => !isBundle(source));
  if (sources.length === 0) {
    if (bundle !== undefined && useSession.getState().session.phase === 'reading') {
      setSession({ phase: 'idle' });
    }
    return;
  }
  navigate({ name: 'import' });
  try {
    const preview = await followed('reading', () =>
      client.call('import.preview', { sources: [...sources], keep: true }),
    );
    setSession({
      phase: 'preview',
      preview,
      edits: {},
      current: preview.items[0]?.key ?? null,
    });
  } catch (error) {
    setSession({ phase: 'idle' });
    showError(error);
  }
}

/** Looks over files of a drop, a picker or the clipboard. */
export async function lookOverFiles(files: readonly NamedFile[]): Promise<void> {
  const m = english;
  if (files.length === 0) {
    showToast({ message: m('imports.noFiles') });
    return;
  }
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  const limit = Math.round(largestUpload / 1024 / 1024);
  const largest = files.toSorted((a, b) => b.file.size - a.file.size)[0];
  if (window.attache === undefined && total > largestUpload && largest !== undefined) {
    showToast({ tone: 'error', message: m('imports.tooLarge', { name: largest.name, limit }) });
    return;
  }
  setSession({ phase: 'reading', progress: null });
  navigate({ name: 'import' });
  try {
    await lookOver(await toSources(files));
  } catch {
    setSession({ phase: 'idle' });
    const name = largest?.name ?? '';
    showToast({ tone: 'error', message: m('imports.unreadable', { name }) });
  }
}

/** Reads the file of a row again under another encoding. */
export async function rereadAs(key: string, encoding: string): Promise<void> {
  const { session } = useSession.getState();
  if (session.phase !== 'preview') return;
  try {
    const { previewId } = session.preview;
    const reread = await client.call('import.reread', { previewId, key, encoding });
    replaceRows(reread);
    changeItems(reread.others);
  } catch (error) {
    showError(error);
  }
}

/** Stores the rows of the preview as the person decided. */
export async function runImport(): Promise<void> {
  const { session } = useSession.getState();
  if (session.phase !== 'preview') return;
  const { previewId } = session.preview;
  try {
    const report = await followed('storing', () =>
      client.call('import.run', { previewId, decisions: decisionsOf(session) }),
    );
    setSession({ phase: 'done', report, rest: report.stopped === null ? null : session });
  } catch (error) {
    setSession(session);
    showError(error);
  }
}

/** Shows a preview of an earlier session again, with what was corrected in it. */
export async function reopenPreview(previewId: string): Promise<void> {
  try {
    const { decisions, ...preview } = await followed('reading', () =>
      client.call('import.reopen', { previewId }),
    );
    const edits = editsOf(decisions);
    setSession({ phase: 'preview', preview, edits, current: preview.items[0]?.key ?? null });
    cleanSoon(
      decisions.flatMap(({ key, fields }) =>
        fields?.['container-title'] === undefined ? [] : [key],
      ),
    );
  } catch (error) {
    setSession({ phase: 'idle' });
    showError(error);
  }
}

/** Forgets a preview, and what was corrected in it. */
export async function discardPreview(previewId: string): Promise<void> {
  try {
    await client.call('import.discard', { previewId });
  } catch (error) {
    showError(error);
  }
}

/** Leaves the preview without an import: nothing of it is kept. */
export async function cancelPreview(): Promise<void> {
  const { session } = useSession.getState();
  if (session.phase !== 'preview') return;
  await discardPreview(session.preview.previewId);
  leaveImport();
}

/** Goes on with the rows of a preview that a stop has left. */
export async function goOn(rest: PreviewSession): Promise<void> {
  setSession(rest);
  await runImport();
}

/** Goes on with an import that was stopped in an earlier session. */
export async function resumeImport(id: string): Promise<void> {
  try {
    const report = await followed('storing', () => client.call('import.resume', { id }));
    setSession({ phase: 'done', report, rest: null });
  } catch (error) {
    setSession({ phase: 'idle' });
    showError(error);
  }
}

/** Asks the library to stop; what is stored already stays, and the report says what that is. */
export async function stopImport(): Promise<void> {
  try {
    await client.call('import.cancel', {});
  } catch (error) {
    showError(error);
  }
}

export const leaveImport = (): void => setSession({ phase: 'idle' });

export function includeAll(keys: readonly string[], include: boolean): void {
  editRows(keys, { include });
}
