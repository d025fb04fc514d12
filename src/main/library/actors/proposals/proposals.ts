import { notFound } from '../../../../shared/contract/errors.ts';
import type { Handlers, Output } from '../../../../shared/contract/methods.ts';
import type { ActorKind, ActorProposal, Dismissal } from '../../../../shared/model/actor.ts';
import { joinNames, type JoinedName } from '../../../../shared/text/names/join-names.ts';
import { comparedBy } from '../../../../shared/text/names/proposal-keys.ts';
import { proposeActors } from '../../../../shared/text/names/propose.ts';
import { textOf } from '../../articles/current-text.ts';
import type { LibraryContext } from '../../context.ts';
import { longestRead } from '../longest-read.ts';
import { mentionStore } from '../mention-store.ts';
import { dismissalStore } from './dismissals.ts';
import { placeStore, takenIn } from './place-store.ts';
import { nameReading } from './read-names.ts';

type Methods = 'actors.propose' | 'actors.dismiss' | 'actors.dismissed' | 'actors.restore';

/** How long a call reads before it answers with what is known so far, in ms. */
const mostReading = 1500;
/** Articles looked at for the spellings and the places of one name. */
const samplesRead = 40;
const evidenceShown = 5;
const listed = (count: number) => (count === 1 ? '' : ` and ${count - 1} more`);

/** Proposals of actors, for an article or the whole library, and those that were dismissed. */
export function proposalHandlers(context: LibraryContext): Handlers<Methods> {
  const { commands, db } = context;
  const places = placeStore(db);
  const mentions = mentionStore(db);
  const dismissals = dismissalStore(db);
  const reading = nameReading(context);
  const outlets = db.prepare(
    'SELECT 1 FROM articles WHERE trashed IS NULL AND container_title = ? LIMIT 1',
  );

  /** Whose articles are in the library is a body, whatever the words about it read like. */
  const kindOf = (kind: ActorKind, names: readonly string[]): ActorKind =>
    kind === 'person' && names.some((name) => outlets.get(name) !== undefined)
      ? 'organisation'
      : kind;

  function inArticle(articleId: string): ActorProposal[] {
    const { seq, text: whole } = textOf(db, articleId);
    const text = whole.slice(0, longestRead);
    const dismissed = dismissals.keys();
    return proposeActors({ text, taken: takenIn(db, seq, mentions.of(seq)) })
      .filter(({ kind, names }) => !comparedBy(kind, names).some((key) => dismissed.has(key)))
      .map(({ kind, name, names, mentions: count, evidence }) => ({
        kind: kindOf(kind, names),
        name,
        names: names.map((one) => ({ name: one, scope: 'everywhere' as const })),
        mentions: count,
        evidence: evidence.map(({ start, end }) => ({ articleId, start, end })),
      }));
  }

  /** Where the name stands, the places that leave no doubt before the inferred ones. */
  function evidenceOf({ samples, inferredIn }: JoinedName): ActorProposal['evidence'] {
    const found: ActorProposal['evidence'] = [];
    for (const { article, articleId, places: all } of [...samples, ...inferredIn]) {
      for (const { start, end } of places.free(article, all, mentions.of(article))) {
        found.push({ articleId, start, end });
        if (found.length === evidenceShown) return found;
      }
    }
    return found;
  }

  function inLibrary(limit: number): ActorProposal[] {
    const dismissed = dismissals.keys();
    // Names are joined and dismissed ones left out after they are read, so some more are read.
    const names = places.mostNamed(2 * limit + 2 * dismissed.size);
    const joined = joinNames(
      names.map(({ id, key, kind, mentions: count }) => ({
        key,
        kind,
        mentions: count,
        samples: places.samples(id, samplesRead),
      })),
    );
    return joined
      .filter(({ keys }) => ![...keys].some((key) => dismissed.has(key)))
      .slice(0, limit)
      .map((name): ActorProposal => {
        const { mentions: count, inferred } = name;
        const proposal: ActorProposal = {
          kind: kindOf(name.kind, name.spellings),
          name: name.name,
          names: name.spellings.map((one) => ({ name: one, scope: 'everywhere' as const })),
          mentions: count,
          evidence: evidenceOf(name),
        };
        if (inferred > 0) proposal.inferred = inferred;
        return proposal;
      });
  }

  return {
    'actors.propose': async ({ articleId, limit }): Promise<Output<'actors.propose'>> => {
      if (articleId !== undefined)
        return { items: inArticle(articleId).slice(0, limit), pending: 0 };
      const pending = context.readOnly ? places.unread() : await reading.readFor(mostReading);
      return { items: inLibrary(limit), pending };
    },

    'actors.dismiss': ({ items }) => {
      const created = context.now().toISOString();
      const dismissed = items.map(({ kind, name, names }): Dismissal => ({
        id: context.newId(),
        kind,
        name,
        names: [...new Set([name, ...(names ?? [])])],
        created,
      }));
      const label = `Dismiss “${dismissed[0]?.name ?? ''}”${listed(dismissed.length)}`;
      commands.run(label, { topics: ['actors'] }, () => {
        for (const dismissal of dismissed) dismissals.insert(dismissal);
      });
      return { items: dismissed };
    },

    'actors.dismissed': () => {
      const items = dismissals.list();
      return { items, total: items.length };
    },

    'actors.restore': ({ ids }) => {
      const missing = ids.find((id) => !dismissals.has(id));
      if (missing !== undefined) throw notFound('dismissed proposal', missing);
      const names = dismissals.list().filter(({ id }) => ids.includes(id));
      const label = `Restore “${names[0]?.name ?? ''}”${listed(names.length)}`;
      commands.run(label, { topics: ['actors'] }, () => {
        for (const id of ids) dismissals.delete(id);
      });
      return { ids };
    },
  };
}
