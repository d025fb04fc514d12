import { client } from '../../api/client.ts';
import { showError } from '../../api/show-error.ts';
import { changeSettings } from '../../state/settings.ts';
import type { Waiting } from './proposed.ts';
import { authorsOf } from '../../metadata/fields.ts';
import type { EditableField } from './row.ts';
import { changeItems, editRow, useSession } from './session.ts';

const current = () => {
  const { session } = useSession.getState();
  return session.phase === 'preview' ? session : null;
};

/** The outlet a row is of now: as corrected, else as read. */
function outletOf(key: string): string | null {
  const session = current();
  const given = session?.edits[key]?.fields?.['container-title'];
  const item = session?.preview.items.find((row) => row.key === key);
  return given === undefined ? (item?.['container-title'] ?? null) : given;
}

/** Milliseconds without a further change of an outlet, as while it is typed. */
const pause = 250;
const changedKeys = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Has rows cleaned again once their outlets stay as they are. */
export function cleanSoon(keys: readonly string[]): void {
  if (keys.length === 0) return;
  for (const key of keys) changedKeys.add(key);
  clearTimeout(timer);
  timer = setTimeout(() => {
    const ready = [...changedKeys];
    changedKeys.clear();
    void cleanAgain(ready);
  }, pause);
}

/** Tells the outlets of some rows, and shows what is hidden in them and in others of these outlets. */
async function cleanAgain(keys: readonly string[]): Promise<void> {
  const session = current();
  if (session === null) return;
  const { previewId, items } = session.preview;
  const there = new Set(items.map(({ key }) => key));
  try {
    const rows = keys
      .filter((key) => there.has(key))
      .map((key) => ({ key, outlet: outletOf(key) }));
    changeItems((await client.call('import.clean', { previewId, rows })).items);
  } catch (error) {
    showError(error);
  }
}

/** After a rule was learnt or forgotten: every row whose outlet is known. */
export function cleanAllAgain(): void {
  const keys = current()?.preview.items.map(({ key }) => key) ?? [];
  void cleanAgain(keys.filter((key) => outletOf(key) !== null));
}

/** Gives a row a value; empty is unknown. Another outlet has other cleaning rules. */
export function setField(key: string, field: EditableField, text: string | null): void {
  edit(key, field, text);
  if (field === 'container-title') cleanSoon([key]);
}

function edit(key: string, field: EditableField, text: string | null): void {
  const value = text === null || text.trim() === '' ? null : text.trim();
  editRow(key, { fields: field === 'author' ? { author: authorsOf(value) } : { [field]: value } });
}

/** Takes proposed values as they are. */
export function takeAll(waiting: readonly Waiting[]): void {
  for (const { key, field, value } of waiting) edit(key, field, value);
  const moved = waiting.filter(({ field }) => field === 'container-title');
  if (moved.length > 0) cleanSoon(moved.map(({ key }) => key));
}

/** Compares the rows anew: from this similarity on, 0 to 1, texts are near duplicates. */
export async function compareFrom(threshold: number): Promise<void> {
  const previewId = current()?.preview.previewId;
  if (previewId === undefined) return;
  try {
    await changeSettings({ nearThreshold: threshold });
    changeItems((await client.call('import.compare', { previewId, threshold })).items);
  } catch (error) {
    showError(error);
  }
}
