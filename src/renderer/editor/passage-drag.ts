import type { Passage } from './insertion.ts';

const type = 'application/x-attache-passage';

/** Puts a passage on a drag that begins; other programs get its words. */
export function dragPassage(transfer: DataTransfer, { id, quote }: Passage): void {
  transfer.setData(type, JSON.stringify({ id, quote }));
  transfer.setData('text/plain', quote);
  transfer.effectAllowed = 'copy';
}

export const carriesPassage = (transfer: DataTransfer | null): transfer is DataTransfer =>
  transfer?.types.includes(type) === true;

/** The passage of a drag that began here; null for anything else under the same name. */
export function draggedPassage(transfer: DataTransfer): Passage | null {
  try {
    const { id, quote } = JSON.parse(transfer.getData(type)) as Partial<Passage>;
    return typeof id === 'string' && typeof quote === 'string' ? { id, quote } : null;
  } catch {
    return null;
  }
}
