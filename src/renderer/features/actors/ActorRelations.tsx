import { Pencil, X } from 'lucide-react';
import { useState } from 'react';
import type { Relation } from '../../../shared/model/relation.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { formatIssued } from '../../messages/dates.ts';
import { useMessages, type Messages } from '../../messages/messages.ts';
import { href } from '../../state/route.ts';
import { showDone } from '../../state/undo.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useKeptStop } from '../../ui/use-kept-stop.ts';
import { RelationDialog } from './RelationDialog.tsx';
import { RelationForm } from './RelationForm.tsx';
import css from './ActorSection.module.css';

/** "Prime Minister", "member of", "part of": what the subject is. */
const roleOf = (m: Messages, { kind, title }: Relation): string =>
  title === '' ? m(`actors.relation.${kind}`) : title;

function period(m: Messages, { from, until }: Relation): string {
  const [begin, end] = [formatIssued(from) ?? '', formatIssued(until) ?? ''];
  if (from !== null && until !== null) return m('actors.fromTo', { from: begin, until: end });
  if (from !== null) return m('actors.since', { from: begin });
  return until === null ? '' : m('actors.upTo', { until: end });
}

/** What the actor is to others and others to it, with how long, and a line to add more. */
export function ActorRelations({ actorId }: { readonly actorId: string }) {
  const m = useMessages();
  const keptStop = useKeptStop<HTMLElement>();
  const items = useMethod('relations.list', { actorId }).data?.items ?? [];
  const remove = useCommand('relations.delete');
  const [editing, setEditing] = useState<Relation | null>(null);
  const take = async (relation: Relation) => {
    const what = roleOf(m, relation);
    const done = await remove.run({ id: relation.id });
    if (done !== undefined) showDone(m, m('actors.relationRemoved', { what }));
  };
  return (
    <section className={css.section} data-section="relations" tabIndex={-1} {...keptStop}>
      <h2 className={css.label}>{m('actors.relations')}</h2>
      {items.length === 0 && <p className={css.empty}>{m('actors.noRelations')}</p>}
      <ul className={css.names}>
        {items.map((relation) => {
          const { id, subject, object } = relation;
          const role = roleOf(m, relation);
          return (
            <li key={id} className={css.nameRow}>
              <span className={css.name}>
                {subject.id !== actorId && (
                  <>
                    <a href={href({ name: 'actor', id: subject.id })}>{subject.name}</a>
                    {' · '}
                  </>
                )}
                {role}
                {object !== null && object.id !== actorId && (
                  <>
                    {' · '}
                    <a href={href({ name: 'actor', id: object.id })}>{object.name}</a>
                  </>
                )}
              </span>
              <span className={css.status}>{period(m, relation)}</span>
              <IconButton
                icon={Pencil}
                label={m('actors.relationEdit', { what: role })}
                onClick={() => setEditing(relation)}
              />
              <IconButton
                icon={X}
                label={m('actors.relationRemove', { what: role })}
                onClick={() => void take(relation)}
              />
            </li>
          );
        })}
      </ul>
      <RelationForm actorId={actorId} />
      {editing !== null && (
        <RelationDialog
          relation={editing}
          role={roleOf(m, editing)}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  );
}
