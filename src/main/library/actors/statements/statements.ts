import { AttacheError, notFound } from '../../../../shared/contract/errors.ts';
import type { Handlers, Output } from '../../../../shared/contract/methods.ts';
import { proposeStatements } from '../../../../shared/text/speakers/propose-statements.ts';
import { shortTitle, textOf } from '../../articles/current-text.ts';
import { selectPassage } from '../../articles/select-passage.ts';
import { hiddenOf } from '../../articles/hidden.ts';
import type { LibraryContext } from '../../context.ts';
import { statementStore, toStatement, type StatementRow } from './statement-store.ts';
import { longestRead } from '../longest-read.ts';
import { actorStore } from '../store.ts';

type Methods =
  | 'statements.create'
  | 'statements.update'
  | 'statements.list'
  | 'statements.delete'
  | 'statements.propose'
  | 'statements.dismiss';

/** A role in an update: left out it stays, null takes it away. */
type RoleChange = string | null | undefined;

export function statementHandlers(context: LibraryContext): Handlers<Methods> {
  const { commands, db } = context;
  const store = statementStore(db);
  const actors = actorStore(db);

  const rowOf = (id: string): StatementRow => {
    const row = store.get(id);
    if (row === undefined) throw notFound('statement', id);
    return row;
  };

  function actorIn(role: 'speaker' | 'addressee' | 'subject', id: string | null | undefined) {
    if (id === undefined || id === null) return null;
    const row = actors.row(id);
    if (row !== undefined) return row.seq;
    const named = new Set(actors.nameRows(id).map(({ actor }) => actor));
    const [only] = named;
    if (named.size === 1 && only !== undefined) return only;
    if (named.size > 1) {
      throw new AttacheError(
        'invalid-input',
        `${named.size} actors are called "${id}". Name the ${role} by the id of one of them.`,
        { field: role },
      );
    }
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

    'statements.update': ({ id, start, end, kind, speaker, addressee, subject }) => {
      const row = rowOf(id);
      const article = textOf(db, row.articleId);
      const isMoved = start !== undefined || end !== undefined;
      const place = { start: start ?? row.start, end: end ?? row.end };
      const passage = isMoved ? selectPassage(article, place) : null;
      const roleOf = (role: 'speaker' | 'addressee' | 'subject', change: RoleChange) =>
        actorIn(role, change === undefined ? row[role] : change);
      const changed = {
        kind: kind ?? row.kind,
        speaker: roleOf('speaker', speaker),
        addressee: roleOf('addressee', addressee),
        subject: roleOf('subject', subject),
      };
      commands.run(
        `Edit statement in “${shortTitle(row.title)}”`,
        { topics: ['statements'], articleIds: [row.articleId] },
        () => {
          store.update(row.seq, changed);
          if (passage !== null) store.move(row.seq, passage, article.version);
        },
      );
      return toStatement(rowOf(id));
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

    'statements.propose': ({ articleId, unrecorded }) => {
      const { seq, text } = textOf(db, articleId);
      const dismissed = store.dismissedQuotes(seq);
      const recorded = unrecorded === true ? store.list({ articleId }) : [];
      // What is hidden is not the article: a newsletter's praise of itself is nobody's statement.
      const hidden = hiddenOf(db, seq).filter(({ by }) => by !== 'offered');
      const leftOut = [...recorded, ...hidden];
      const items: Output<'statements.propose'>['items'] = [];
      for (const proposal of proposeStatements(
        text.slice(0, longestRead),
        actors.mentionedIn(seq),
      )) {
        const { start, end, kind, speaker, evidence } = proposal;
        const quote = text.slice(start, end);
        const isLeftOut = leftOut.some((one) => one.start < end && start < one.end);
        if (isLeftOut || dismissed.has(quote)) continue;
        items.push({ start, end, kind, speaker, evidence, quote });
      }
      return { items };
    },

    'statements.dismiss': ({ articleId, start, end }) => {
      const article = textOf(db, articleId);
      const { exact } = selectPassage(article, { start, end });
      commands.run(
        `Refuse a speaker in “${shortTitle(article.title)}”`,
        { topics: ['statements'], articleIds: [articleId] },
        () => store.dismissQuote(article.seq, exact, context.now().toISOString()),
      );
      return { articleId, start, end };
    },
  };
}
