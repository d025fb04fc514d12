import { derived, notebook } from './0001-notebook.ts';
import { imports } from './0002-import.ts';
import { passages } from './0003-passages.ts';
import { actors } from './0004-actors.ts';
import { search } from './0005-search.ts';
import { briefings } from './0006-briefings.ts';
import { repeatedLines } from './0007-import.ts';
import { dates } from './0008-dates.ts';
import { searchColumns } from './0009-search.ts';
import { exports } from './0011-exports.ts';
import { placing } from './0012-placing.ts';
import { previews } from './0013-previews.ts';
import { searchPassages } from './0014-search-passages.ts';
import { articleCount } from './0015-article-count.ts';
import { hiddenNames } from './0016-hidden-names.ts';
import { hiddenMentions } from './0017-hidden-mentions.ts';
import { uncountedMentions } from './0018-uncounted-mentions.ts';

export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** Forward only and never edited after a release: a change to the schema is a new entry. */
export const migrations: readonly Migration[] = [
  { version: 1, sql: notebook + derived },
  { version: 2, sql: imports },
  { version: 3, sql: passages },
  { version: 4, sql: actors },
  { version: 5, sql: search },
  { version: 6, sql: briefings },
  { version: 7, sql: repeatedLines },
  { version: 8, sql: dates },
  { version: 9, sql: searchColumns },
  { version: 11, sql: exports },
  { version: 12, sql: placing },
  { version: 13, sql: previews },
  { version: 14, sql: searchPassages },
  { version: 15, sql: articleCount },
  { version: 16, sql: hiddenNames },
  { version: 17, sql: hiddenMentions },
  { version: 18, sql: uncountedMentions },
];

export const schemaVersion = migrations.at(-1)?.version ?? 0;
