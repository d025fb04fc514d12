import type { Handlers } from '../../../../shared/contract/methods.ts';
import { bundledStyles, type CitationStyle } from '../../../../shared/contract/methods/styles.ts';
import {
  documentLanguage,
  type DocumentLanguage,
} from '../../../../shared/model/document-language.ts';
import type { LibraryContext } from '../../context.ts';
import { documentRow } from '../../documents/store.ts';
import type { Database } from '../../storage/database.ts';
import type { StyleSetting } from '../briefing/dossier.ts';
import { languageOf } from '../briefing/language.ts';
import { citedArticles } from '../sources/cited-articles.ts';
import { citedItems, type CslItem } from '../sources/csl.ts';
import { documentWords } from '../words/document-words.ts';
import { bundledStyle } from './bundled.ts';
import { plainReferences } from './plain-references.ts';
import { readStyle } from './style-file.ts';

type Context = Pick<LibraryContext, 'db' | 'resources'>;

/** The language of a briefing's export where none is asked for. Throws `not-found`. */
const briefingLanguage = (db: Database, id: string): DocumentLanguage =>
  documentLanguage(languageOf(documentRow(db, 'briefing', id).text) ?? 'en');

/** The style an export asked for, read; null for none. Throws `invalid-input`. */
export function styleSetting(
  { resources }: Pick<Context, 'resources'>,
  style: CitationStyle | undefined,
): StyleSetting | null {
  if (style === undefined) return null;
  const read = typeof style === 'string' ? bundledStyle(resources, style) : readStyle(style.csl);
  return { style: read, resources };
}

function example({ db }: Context, briefingId: string | undefined): CslItem[] {
  const cited = briefingId === undefined ? [] : citedArticles(db, briefingId);
  const newest = () =>
    db
      .prepare<{ id: string }>(
        'SELECT id FROM articles WHERE trashed IS NULL ORDER BY created DESC, seq DESC LIMIT 1',
      )
      .get()?.id;
  const id = cited[0] ?? newest();
  return id === undefined ? [] : citedItems(db, [id]);
}

export function styleHandlers(context: Context): Handlers<'styles.list' | 'styles.preview'> {
  return {
    'styles.list': () => ({
      items: bundledStyles.map((id) => ({ id, title: bundledStyle(context.resources, id).title })),
    }),
    'styles.preview': async ({ style, briefingId, language: wanted }) => {
      const setting = styleSetting(context, style);
      const items = example(context, briefingId);
      const own = briefingId === undefined ? 'en' : briefingLanguage(context.db, briefingId);
      const language = wanted ?? own;
      const { note, sources } =
        setting === null
          ? plainReferences(items, documentWords(language))
          : (await import('./references.ts')).cslReferences({ ...setting, language }, items);
      const id = items[0]?.id ?? '';
      return {
        title: setting?.style.title ?? '',
        language: own,
        note: [...note(id, true)],
        source: [...(sources[0]?.runs ?? [])],
      };
    },
  };
}
