import { notFound } from '../../../shared/contract/errors.ts';
import type { Handlers } from '../../../shared/contract/methods.ts';
import { blocksOf, content, type ContentNode } from '../../../shared/briefing/content.ts';
import type { LexicalContent } from '../../../shared/model/document.ts';
import type { LibraryContext } from '../context.ts';
import type { Database } from '../storage/database.ts';
import { anyDocumentRow, contentOf } from './store.ts';

type Methods = 'templates.list' | 'templates.create' | 'templates.update' | 'templates.delete';

interface TemplateRow {
  readonly id: string;
  readonly name: string;
  readonly created: string;
  readonly modified: string;
}

const select = 'SELECT id, name, created, modified FROM document_templates';
const effect = { topics: ['briefings'] } as const;

/** The content of a template of one's own. Throws `not-found`. */
export function templateContent(db: Database, id: string): LexicalContent {
  const row = db
    .prepare<{ content: string }>('SELECT content FROM document_templates WHERE id = ?')
    .get(id);
  if (row === undefined) throw notFound('template', id);
  return JSON.parse(row.content) as LexicalContent;
}

/** What a passage says belongs to one briefing: a template cites nothing. */
const withoutCitations = (nodes: readonly ContentNode[]): ContentNode[] =>
  nodes
    .filter(({ type }) => type !== 'citation')
    .map((node) => {
      if (node.children === undefined) return node;
      return Object.assign({}, node, { children: withoutCitations(node.children) });
    });

export function templateHandlers(context: LibraryContext): Handlers<Methods> {
  const { db, commands, now, newId } = context;

  function get(id: string): TemplateRow {
    const row = db.prepare<TemplateRow>(`${select} WHERE id = ?`).get(id);
    if (row === undefined) throw notFound('template', id);
    return row;
  }

  return {
    'templates.list': () => {
      const items = db.prepare<TemplateRow>(`${select} ORDER BY name COLLATE NOCASE, seq`).all();
      return { items, total: items.length };
    },

    'templates.create': ({ name, documentId }) => {
      const row = anyDocumentRow(db, documentId);
      const kept = content(...withoutCitations(blocksOf(contentOf(row))));
      const id = newId();
      const at = now().toISOString();
      commands.run(`Save template “${name}”`, effect, () =>
        db
          .prepare(
            `INSERT INTO document_templates (id, name, content, created, modified)
             VALUES (?, ?, ?, ?, ?)`,
          )
          .run(id, name, JSON.stringify(kept), at, at),
      );
      return get(id);
    },

    'templates.update': ({ id, name }) => {
      const before = get(id);
      commands.run(`Rename template “${before.name}” to “${name}”`, effect, () =>
        db
          .prepare('UPDATE document_templates SET name = ?, modified = ? WHERE id = ?')
          .run(name, now().toISOString(), id),
      );
      return get(id);
    },

    'templates.delete': ({ id }) => {
      const { name } = get(id);
      commands.run(`Delete template “${name}”`, effect, () =>
        db.prepare('DELETE FROM document_templates WHERE id = ?').run(id),
      );
      return { id };
    },
  };
}
