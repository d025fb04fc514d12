import { basename } from 'node:path';
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

interface SampleArticle {
  readonly id: string;
  readonly text: string;
}

/** A finished example library, built through the same methods a person's work goes through. */
export function sampleHandlers(context: LibraryContext, rooms: Rooms): Handlers<'library.sample'> {
  return {
    'library.sample': () =>
      context.commands.gather(
        'Load the sample',
        {
          topics: [
            'articles',
            'annotations',
            'actors',
            'mentions',
            'statements',
            'notes',
            'briefings',
          ],
        },
        async () => {
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
            articleIds: [...articles.values()].map(({ id }) => id),
            briefingId: briefing.id,
          };
        },
      ),
  };
}

/** The sample's articles by file name; those already in the library are used as they are. */
async function importArticles(rooms: Rooms, sample: SampleManifest) {
  const { imported, duplicates, failed } = await rooms['import.run']({
    sources: sample.paths.map((path) => ({ path })),
    changed: 'separate',
  });
  const failure = failed[0];
  if (failure !== undefined) throw new Error(`The sample is damaged: ${failure.message}`);
  const identical = duplicates.filter(({ kind }) => kind === 'identical');
  const articles = new Map<string, SampleArticle>();
  for (const { articleId, source } of [...imported, ...identical]) {
    const { id, text } = await rooms['articles.get']({ id: articleId });
    articles.set(basename(source), { id, text });
  }
  for (const { file, ...fields } of sample.articles) {
    const article = articles.get(file);
    if (article !== undefined) await rooms['articles.update']({ id: article.id, ...fields });
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
  articles: ReadonlyMap<string, SampleArticle>,
  actors: ReadonlyMap<string, string>,
) {
  const ids = new Map<string, string>();
  for (const { key, file, quote, colour, tags, comment, kind, speaker } of sample.annotations) {
    const article = articles.get(file);
    const start = article?.text.indexOf(quote) ?? -1;
    if (article === undefined || start < 0) {
      throw new Error(`The sample is damaged: “${quote}” is not in ${file}.`);
    }
    const range = { articleId: article.id, start, end: start + quote.length };
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
  articles: ReadonlyMap<string, SampleArticle>,
  actors: ReadonlyMap<string, string>,
) {
  for (const { title, markdown, file, actor } of sample.notes) {
    const articleId = file === undefined ? undefined : articles.get(file)?.id;
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
