import { AttacheError, notFound } from '../../../shared/contract/errors.ts';
import type { Handlers } from '../../../shared/contract/methods.ts';
import type { Statement } from '../../../shared/model/actor.ts';
import { proposeStatements } from '../../../shared/text/speakers/propose-statements.ts';
import { selectPassage, shortTitle, textOf } from '../annotations/passages.ts';
import type { LibraryContext } from '../context.ts';
import { statementStore, type StatementRow } from './statement-store.ts';
import { actorStore } from './store.ts';

type Methods = 'statements.create' | 'statements.list' | 'statements.delete' | 'statements.propose';

const toStatement = ({ seq: _seq, title: _title, ...statement }: StatementRow): Statement =>
  statement;

export function statementHandlers(context: LibraryContext): Handlers<Methods> {
  const { commands, db } = context;
  const store = statementStore(db);
  const actors = actorStore(db);

  const rowOf = (id: string): StatementRow => {
    const row = store.get(id);
    if (row === undefined) throw notFound('statement', id);
    return row;
  };

  function actorIn(role: 'speaker' | 'addressee' | 'subject', id: string | undefined) {
    if (id === undefined) return null;
    const row = actors.row(id);
    if (row !== undefined) return row.seq;
    throw new AttacheError('not-found', `There is no actor "${id}" to be the ${role}.`, {
      field: role,
    });
  }

  return {
    'statements.create': ({ articleId, start, end, kind, speaker, addressee, subject }) => {
      const article = textOf(db, articleId);
      const statement = {
        id: context.newId(),
        kind,
        ...selectPassage(article, { start, end }),
        speaker: actorIn('speaker', speaker),
        addressee: actorIn('addressee', addressee),
        subject: actorIn('subject', subject),
      };
      commands.run(
        `Statement in “${shortTitle(article.title)}”`,
        { topics: ['statements'], articleIds: [articleId] },
        () => store.insert(statement, article, context.now().toISOString()),
      );
      return toStatement(rowOf(statement.id));
    },

    'statements.list': (filter) => {
      const items = store.list(filter).map(toStatement);
      return { items, total: items.length };
    },

    'statements.delete': ({ id }) => {
      const { seq, title, articleId } = rowOf(id);
      commands.run(
        `Delete statement in “${shortTitle(title)}”`,
        { topics: ['statements'], articleIds: [articleId] },
        () => store.delete(seq),
      );
      return { id };
    },

    'statements.propose': ({ articleId }) => {
      const { seq, text } = textOf(db, articleId);
      return { items: proposeStatements(text, actors.mentionedIn(seq)) };
    },
  };
}
