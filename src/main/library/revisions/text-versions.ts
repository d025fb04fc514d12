import {
  compareDocuments,
  wordsThat,
  type ComparedText,
} from '../../../shared/briefing/compare-documents.ts';
import type { Output } from '../../../shared/contract/methods.ts';
import type { Article, TextVersion } from '../../../shared/model/article.ts';
import type { Block } from '../../../shared/model/ranges.ts';
import type { ComparedBlock } from '../../../shared/model/version.ts';
import { wordCount } from '../../../shared/text/words.ts';
import type { Database } from '../storage/database.ts';
import { articleById, seqOf } from '../articles/store.ts';

/** The versions of an article's text, the newest first. Throws `not-found`. */
export const textVersions = (db: Database, id: string): TextVersion[] =>
  db
    .prepare<Omit<TextVersion, 'words'> & { text: string }>(
      `SELECT version, created, original, text FROM texts WHERE article = ? ORDER BY version DESC`,
    )
    .all(seqOf(db, id))
    .map(({ text, version, created, original }) => ({
      version,
      created,
      words: wordCount(text),
      original,
    }));

const shownAs: Partial<Record<Block['kind'], ComparedBlock['kind']>> = {
  caption: 'paragraph',
  preformatted: 'code',
  'table-row': 'table-cell',
};

/** The text of an article in its blocks, to compare with another. */
export const comparedText = ({ text, blocks }: Pick<Article, 'text' | 'blocks'>): ComparedText => ({
  text,
  anchors: [],
  blocks: blocks.map(({ kind, start, end, level }) => ({
    kind: shownAs[kind] ?? (kind as ComparedBlock['kind']),
    start,
    end,
    ...(level === undefined ? {} : { level }),
  })),
});

/** What changed between two versions of an article's text. Throws `not-found`. */
export function compareVersions(
  db: Database,
  id: string,
  from: number,
  to: number,
): Output<'articles.compare'> {
  const before = comparedText(articleById(db, id, from));
  const after = comparedText(articleById(db, id, to));
  const blocks = compareDocuments(before, after);
  return { blocks, added: wordsThat(blocks, 'added'), removed: wordsThat(blocks, 'removed') };
}
