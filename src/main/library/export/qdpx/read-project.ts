import type { Colour } from '../../../../shared/model/annotation.ts';
import { storedAuthorNames } from '../../articles/author-names.ts';
import { counted } from '../../counted-mentions.ts';
import { actorStore } from '../../actors/store.ts';
import { relationStore } from '../../actors/relations/relation-store.ts';
import { statementStore, toStatement } from '../../actors/statements/statement-store.ts';
import { readAnnotations } from '../../annotations/read.ts';
import { annotationStore } from '../../annotations/store.ts';
import type { Database } from '../../storage/database.ts';
import { outline } from '../../tags/outline.ts';
import { tagStore } from '../../tags/store.ts';
import type { CodedActor } from './cases.ts';
import type { OneReport, Project, ProjectNote } from './qde.ts';
import type { CodedSource } from './text-source.ts';

type SourceRow = Omit<CodedSource, 'annotations' | 'statements' | 'notes' | 'authors'> & {
  readonly author: string;
};

function readSources(db: Database): CodedSource[] {
  const store = annotationStore(db);
  const statements = Map.groupBy(
    statementStore(db).list({}).map(toStatement),
    ({ articleId }) => articleId,
  );
  const notes = db.prepare<{ id: string }>(
    `SELECT d.id FROM documents d JOIN articles a ON a.seq = d.article
     WHERE a.id = ? AND d.trashed IS NULL ORDER BY d.seq`,
  );
  return db
    .prepare<SourceRow>(
      `SELECT a.id, a.title, a.container_title AS outlet, a.author, a.issued, a.url, a.language,
         a.origin_name AS origin, a.created, t.text
       FROM articles a JOIN texts t ON t.article = a.seq AND t.version = a.version
       WHERE a.trashed IS NULL ORDER BY a.seq`,
    )
    .all()
    .map(({ author, ...source }) => {
      const { rows } = store.list({ articleId: source.id });
      return Object.assign({}, source, {
        authors: storedAuthorNames(author).join('; '),
        annotations: readAnnotations(store, rows),
        statements: statements.get(source.id) ?? [],
        notes: notes.all(source.id).map(({ id }) => id),
      });
    });
}

function readActors(db: Database, sources: readonly CodedSource[]): CodedActor[] {
  const named = db.prepare<{ id: string }>(
    `SELECT DISTINCT x.id FROM mentions m JOIN articles x ON x.seq = m.article
     JOIN actors a ON a.seq = m.actor
     WHERE a.id = ? AND ${counted('m')} AND x.trashed IS NULL`,
  );
  const said = Map.groupBy(
    sources.flatMap(({ statements }) => statements).filter(({ status }) => status !== 'orphaned'),
    ({ speaker }) => speaker,
  );
  return actorStore(db)
    .list({})
    .map((actor) =>
      Object.assign({}, actor, {
        sources: named.all(actor.id).map(({ id }) => id),
        statements: (said.get(actor.id) ?? []).map(({ id }) => id),
      }),
    );
}

function readReports(db: Database): OneReport[] {
  const rows = db
    .prepare<{ lead: string; title: string; id: string }>(
      `SELECT l.id AS lead, l.title, a.id FROM articles a JOIN articles l ON l.seq = a.shadow_of
       WHERE a.trashed IS NULL AND l.trashed IS NULL ORDER BY l.seq, a.seq`,
    )
    .all();
  return [...Map.groupBy(rows, ({ lead }) => lead)].map(([lead, shadows]) => ({
    lead,
    title: shadows[0]?.title ?? '',
    sources: [lead, ...shadows.map(({ id }) => id)],
  }));
}

/** Everything of a library that a REFI-QDA project can hold, but for what is in the trash. */
export function readProject(db: Database, name: string, created: string): Project {
  const sources = readSources(db);
  return {
    name,
    created,
    sources,
    tags: outline(tagStore(db)),
    meanings: new Map(
      db
        .prepare<{ colour: Colour; meaning: string }>('SELECT colour, meaning FROM colour_meanings')
        .all()
        .map(({ colour, meaning }) => [colour, meaning]),
    ),
    actors: readActors(db, sources),
    relations: relationStore(db).list(undefined),
    notes: db
      .prepare<ProjectNote>(
        `SELECT id, title, kind, created, modified, text FROM documents
         WHERE trashed IS NULL ORDER BY seq`,
      )
      .all(),
    reports: readReports(db),
  };
}
