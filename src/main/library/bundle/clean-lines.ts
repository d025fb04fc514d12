import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { cslName, placingFields } from '../../../shared/model/article.ts';
import { plainLine } from '../../../shared/model/plain-line.ts';
import type { Database } from '../storage/database.ts';

/** Words of a library that are shown as one line, by their table. */
const lines: Readonly<Record<string, readonly string[]>> = {
  articles: ['title', 'container_title', ...placingFields],
  documents: ['title'],
  actors: ['name'],
  actor_names: ['name'],
};

const namesSchema = z.array(cslName);

/** Names of authors as they are stored, each on one harmless line; as they are where they are none. */
function cleanNames(stored: string): string {
  try {
    const written: unknown = JSON.parse(stored);
    const { data } = namesSchema.safeParse(written);
    // Clean names stay as they are written, so that they compare as the same.
    return data === undefined || isDeepStrictEqual(data, written) ? stored : JSON.stringify(data);
  } catch {
    return stored;
  }
}

/**
 * Takes line breaks and what turns or hides words out of the titles and names of a library that
 * somebody else made, as an import does.
 */
export function cleanLines(theirs: Database): void {
  for (const [table, columns] of Object.entries(lines)) {
    for (const column of columns) {
      clean(theirs, table, column, plainLine);
    }
  }
  clean(theirs, 'articles', 'author', cleanNames);
}

function clean(
  theirs: Database,
  table: string,
  column: string,
  cleaned: (words: string) => string,
): void {
  const rows = theirs
    .prepare(`SELECT DISTINCT "${column}" AS words FROM "${table}" WHERE "${column}" IS NOT NULL`)
    .all();
  const update = theirs.prepare(`UPDATE "${table}" SET "${column}" = ?2 WHERE "${column}" = ?1`);
  for (const { words } of rows) {
    const found = String(words);
    const better = cleaned(found);
    if (better !== found) update.run(found, better);
  }
}
