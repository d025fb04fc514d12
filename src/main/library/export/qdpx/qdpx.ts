import { basename, join } from 'node:path';
import { AttacheError } from '../../../../shared/contract/errors.ts';
import { mostZipEntries, zipWriter } from '../../bundle/zip-writer.ts';
import type { LibraryContext } from '../../context.ts';
import { projectXml } from './qde.ts';
import { readProject } from './read-project.ts';
import { sourceFile } from './text-source.ts';

/**
 * Writes the library as a REFI-QDA project (`.qdpx`), which programs for qualitative analysis
 * import, into the folder `work` and answers its path. Throws `file-too-large`.
 */
export async function writeQdpx(
  { db, dir, now }: Pick<LibraryContext, 'db' | 'dir' | 'now'>,
  work: string,
): Promise<string> {
  const created = now();
  const project = readProject(db, basename(dir), created.toISOString());
  const { sources } = project;
  if (sources.length > mostZipEntries) {
    throw new AttacheError(
      'file-too-large',
      `The library has ${sources.length} articles, and a project holds at most ${mostZipEntries}. Export the annotations as JSON-LD instead.`,
    );
  }
  const path = join(work, 'project.qdpx');
  const zip = zipWriter(path, created);
  const utf8 = new TextEncoder();
  try {
    zip.add('project.qde', utf8.encode(projectXml(project)));
    for (const { id, text } of sources) {
      zip.add(`Sources/${sourceFile(id)}`, utf8.encode(text));
    }
    zip.end();
  } finally {
    zip.close();
  }
  return path;
}
