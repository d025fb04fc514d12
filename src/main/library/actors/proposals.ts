import type { ActorProposal } from '../../../shared/model/actor.ts';
import { proposeActors, type ProposalSource } from '../../../shared/text/names/propose.ts';
import { seqOf } from '../articles/store.ts';
import type { Database } from '../storage/database.ts';

/** Proposals for the whole library are read from this many of its newest articles. */
const newestRead = 300;

interface SourceRow {
  readonly seq: number;
  readonly id: string;
  readonly text: string;
}

function sources(db: Database, articleId: string | undefined): ProposalSource[] {
  if (articleId !== undefined) seqOf(db, articleId);
  const rows = db
    .prepare<SourceRow>(
      `SELECT a.seq, a.id, t.text
       FROM articles a JOIN texts t ON t.article = a.seq AND t.version = a.version
       WHERE CASE WHEN ?1 IS NULL THEN a.trashed IS NULL ELSE a.id = ?1 END
       ORDER BY a.seq DESC LIMIT ?2`,
    )
    .all(articleId ?? null, newestRead);
  const taken = db.prepare<{ start: number; end: number }>(
    `SELECT start, "end" FROM mentions WHERE article = ?`,
  );
  return rows.map(({ seq, id, text }) => ({ id, text, taken: taken.all(seq) }));
}

/**
 * Actors the texts name that the library does not have yet. Nothing is created.
 * Throws `not-found` for an article that is not there.
 */
export const actorProposals = (db: Database, articleId: string | undefined): ActorProposal[] =>
  proposeActors(sources(db, articleId)).map((proposed) => ({
    kind: proposed.kind,
    name: proposed.name,
    names: proposed.names.map((name) => ({ name, scope: 'everywhere' as const })),
    mentions: proposed.mentions,
    evidence: [...proposed.evidence],
  }));
