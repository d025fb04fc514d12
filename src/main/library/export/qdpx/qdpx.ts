import { basename, join } from 'node:path';
import { AttacheError } from '../../../../shared/contract/errors.ts';
import { readAnnotations } from '../../annotations/read.ts';
import { annotationStore } from '../../annotations/store.ts';
import { mostZipEntries, zipWriter } from '../../bundle/zip-writer.ts';
import type { LibraryContext } from '../../context.ts';
import type { Database } from '../../storage/database.ts';
import { projectXml, sourceFile, type CodedSource } from './qde.ts';

function codedSources(db: Database): CodedSource[] {
  const store = annotationStore(db);
  return db
    .prepare<Omit<CodedSource, 'annotations'>>(
      `SELECT a.id, a.title, a.container_title AS outlet, a.issued, a.url, a.created, t.text
       FROM articles a JOIN texts t ON t.article = a.seq AND t.version = a.version
       WHERE a.trashed IS NULL ORDER BY a.seq`,
    )
    .all()
    .map((source) => {
      const { rows } = store.list({ articleId: source.id });
      return Object.assign(source, { annotations: readAnnotations(store, rows) });
    });
}

/**
 * Writes the library as a REFI-QDA project (`.qdpx`), which programs for qualitative analysis
 * import, into the folder `work` and answers its path. Throws `file-too-large`.
 */
export async function writeQdpx(
  { db, dir, now }: Pick<LibraryContext, 'db' | 'dir' | 'now'>,
  work: string,
): Promise<string> {
  const sources = codedSources(db);
  if (sources.length > mostZipEntries) {
    throw new AttacheError(
      'file-too-large',
      `The library has ${sources.length} articles, and a project holds at most ${mostZipEntries}. Export the annotations as JSON-LD instead.`,
    );
  }
  const created = now();
  const path = join(work, 'project.qdpx');
  const zip = zipWriter(path, created);
  const utf8 = new TextEncoder();
  try {
    const project = projectXml(basename(dir), created.toISOString(), sources);
    zip.add('project.qde', utf8.encode(project));
    for (const { id, text } of sources) {
      zip.add(`Sources/${sourceFile(id)}`, utf8.encode(text));
    }
    zip.end();
  } finally {
    zip.close();
  }
  return path;
}
