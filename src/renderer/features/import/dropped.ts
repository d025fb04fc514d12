import { bridge } from '../../api/bridge.ts';
import type { NamedFile } from './sources.ts';

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => {
    entry.file(resolve, reject);
  });

/** A directory reader answers in portions; the last one is empty. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (portion.length === 0) return all;
    all.push(...portion);
  }
}

async function walk(entry: FileSystemEntry): Promise<NamedFile[]> {
  if (entry.name.startsWith('.')) return [];
  if (entry.isFile) {
    const file = await fileOf(entry as FileSystemFileEntry);
    return [{ name: entry.fullPath.replace(/^\//, ''), file }];
  }
  const inside = await entriesOf(entry as FileSystemDirectoryEntry);
  const files = await Promise.all(inside.map(walk));
  return files.flat();
}

/**
 * The files of a drop, folders opened. The desktop app keeps folders as they are and opens them
 * by their path. Must be called while the drop event is handled: afterwards the list is empty.
 */
export function droppedFiles({ items, files }: DataTransfer): Promise<NamedFile[]> {
  if (bridge !== undefined) {
    return Promise.resolve([...files].map((file) => ({ name: file.name, file })));
  }
  const found = [...items].map((item): Promise<NamedFile[]> => {
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    if (entry !== null) return walk(entry);
    return Promise.resolve(file === null ? [] : [{ name: file.name, file }]);
  });
  return Promise.all(found).then((lists) => lists.flat());
}
