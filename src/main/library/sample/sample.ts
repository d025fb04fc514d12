import { basename } from 'node:path';
import { AttacheError } from '../../../shared/contract/errors.ts';
import { contentTopics } from '../../../shared/contract/events.ts';
import type { Handlers } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';
import { readSample, type SampleManifest } from './manifest.ts';

type Rooms = Pick<
  Handlers,
  | 'import.run'
  | 'articles.get'
  | 'articles.update'
  | 'annotations.create'
  | 'actors.create'
  | 'statements.create'
  | 'notes.create'
  | 'briefings.create'
>;

/** A finished example library, built through the same methods a person's work goes through. */
export function sampleHandlers(context: LibraryContext, rooms: Rooms): Handlers<'library.sample'> {
  return {
    'library.sample': () =>
      context.commands.gather('Load the sample', { topics: contentTopics }, async () => {
        const sample = readSample(context.resources);
        const articles = await importArticles(rooms, sample);
        const actors = await createActors(rooms, sample);
        const annotations = await annotate(rooms, sample, articles, actors);
        await writeNotes(rooms, sample, articles, actors);
        const briefing = await rooms['briefings.create']({
          markdown: sample.briefing.replace(
            /\[@([\w-]+)\]/g,
            (citation, key: string) => `[@${annotations.get(key) ?? citation.slice(2, -1)}]`,
          ),
        });
        return {
          articleIds: [...articles.values()],
          briefingId: briefing.id,
        };
      }),
  };
}

/** Ids of the sample's articles by file name; those already in the library are used as they are. */
async function importArticles(rooms: Rooms, sample: SampleManifest) {
  const { imported, duplicates, failed } = await rooms['import.run']({
    sources: sample.paths.map((path) => ({ path })),
    changed: 'separate',
  });
  const failure = failed[0];
  if (failure !== undefined) throw new Error(`The sample is damaged: ${failure.message}`);
  const identical = duplicates.filter(({ kind }) => kind === 'identical');
  const articles = new Map(
    [...imported, ...identical].map(({ articleId, source }) => [basename(source), articleId]),
  );
  for (const { file, ...fields } of sample.articles) {
    const id = articles.get(file);
    if (id !== undefined) await rooms['articles.update']({ id, ...fields });
  }
  return articles;
}

async function createActors(rooms: Rooms, sample: SampleManifest) {
  const actors = new Map<string, string>();
  for (const { kind, name, names, description } of sample.actors) {
    const { id } = await rooms['actors.create']({
      kind,
      name,
      description,
      names: [name, ...names].map((name) => ({ name, scope: 'everywhere' })),
    });
    actors.set(name, id);
  }
  return actors;
}

/** Marks the sample's passages and records who said them; answers annotation ids by key. */
async function annotate(
  rooms: Rooms,
  sample: SampleManifest,
  articles: ReadonlyMap<string, string>,
  actors: ReadonlyMap<string, string>,
) {
  const ids = new Map<string, string>();
  for (const { key, file, quote, colour, tags, comment, kind, speaker } of sample.annotations) {
    const articleId = articles.get(file);
    if (articleId === undefined) throw new Error(`The sample is damaged: there is no ${file}.`);
    // Asked for each passage: the text may have been corrected since the sample was first loaded.
    const { title, text } = await rooms['articles.get']({ id: articleId });
    const start = text.indexOf(quote);
    if (start < 0) {
      throw new AttacheError(
        'conflict',
        `“${title}” was changed: it no longer says “${quote}”, which the example marks. Put its first text back, or load the example into an empty library.`,
      );
    }
    const range = { articleId, start, end: start + quote.length };
    const annotation = await rooms['annotations.create']({
      ...range,
      motivation: comment === undefined ? 'highlighting' : 'commenting',
      colour,
      tags,
      ...(comment === undefined ? {} : { comment }),
    });
    ids.set(key, annotation.id);
    if (kind !== undefined) {
      const speakerId = speaker === undefined ? undefined : actors.get(speaker);
      await rooms['statements.create']({
        ...range,
        kind,
        ...(speakerId === undefined ? {} : { speaker: speakerId }),
      });
    }
  }
  return ids;
}

async function writeNotes(
  rooms: Rooms,
  sample: SampleManifest,
  articles: ReadonlyMap<string, string>,
  actors: ReadonlyMap<string, string>,
) {
  for (const { title, markdown, file, actor } of sample.notes) {
    const articleId = file === undefined ? undefined : articles.get(file);
    const actorId = actor === undefined ? undefined : actors.get(actor);
    await rooms['notes.create']({
      title,
      markdown,
      about: {
        ...(articleId === undefined ? {} : { articleId }),
        ...(actorId === undefined ? {} : { actorId }),
      },
    });
  }
}
