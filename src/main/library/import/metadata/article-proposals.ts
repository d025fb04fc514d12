import type { Proposal } from '../../../../shared/model/import.ts';
import { articleById, seqOf } from '../../articles/store.ts';
import type { Database } from '../../storage/database.ts';
import { membersOf } from '../duplicates/groups.ts';
import { headerLines, proposeFromHeader } from './header-lines.ts';
import { withDateChoices } from './offer-dates.ts';
import { proposeFromText } from './propose.ts';

const mostSiblings = 200;

interface Dated {
  readonly title: string;
  readonly issued: string;
}

/** Dated articles of the same near-duplicate group; else those brought in within a day of it. */
function siblingsOf(db: Database, id: string): Dated[] {
  const seq = seqOf(db, id);
  const others = membersOf(db, seq).filter((member) => member !== seq);
  const group = db
    .prepare<Dated>(
      `SELECT title, issued FROM articles
       WHERE seq IN (SELECT value FROM json_each(?)) AND trashed IS NULL AND issued IS NOT NULL`,
    )
    .all(JSON.stringify(others));
  if (group.length > 0) return group;
  return db
    .prepare<Dated>(
      `SELECT b.title, b.issued FROM articles a JOIN articles b
         ON b.seq <> a.seq AND b.trashed IS NULL AND b.issued IS NOT NULL
         AND abs(julianday(b.created) - julianday(a.created)) < 1
       WHERE a.seq = ? ORDER BY abs(b.seq - a.seq) LIMIT ${mostSiblings}`,
    )
    .all(seq);
}

/** What front matter or the lines of a header before a text say. */
async function saidBefore(text: string): Promise<Proposal[]> {
  if (text.startsWith('---')) {
    const { readFrontMatter } = await import('./front-matter.ts');
    const read = readFrontMatter(text);
    if (read !== null) return read.proposals;
  }
  return proposeFromHeader(headerLines(text));
}

/** What the words of a stored article say of its fields. Rejects with `not-found`. */
export async function proposalsOfArticle(db: Database, id: string): Promise<Proposal[]> {
  const article = articleById(db, id);
  const said = await saidBefore(article.text);
  const proposals = proposeFromText({
    text: article.text,
    blocks: article.blocks,
    marks: article.marks,
    hidden: article.hidden,
    extracted: false,
    proposals: said,
  });
  return [
    ...withDateChoices([...said, ...proposals], {
      text: article.text,
      hidden: article.hidden,
      source: article.source.name,
      url: article.URL,
      accessed: article.accessed,
      added: article.added.slice(0, 10),
      siblings: siblingsOf(db, id),
    }),
  ];
}
