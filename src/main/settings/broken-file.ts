import { readFileSync, renameSync } from 'node:fs';

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Moves a settings file that is not one JSON object to `<path>.broken-<ms since 1970>`, so that
 * it is neither used nor overwritten. Answers with the new path, or null where nothing was wrong.
 */
export function moveAsideIfBroken(path: string): string | null {
  const text = readIfThere(path);
  if (text === null || isJsonObject(text)) return null;
  const aside = `${path}.broken-${Date.now()}`;
  renameSync(path, aside);
  return aside;
}
