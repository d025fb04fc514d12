import { ChevronLeft, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Actor } from '../../../shared/model/actor.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { LinkedDocuments } from '../../editor/LinkedDocuments.tsx';
import { useMessages } from '../../messages/messages.ts';
import { navigate } from '../../state/route.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useFocusOnMount } from '../../ui/use-focus-on-mount.ts';
import { ActorDialog } from './ActorDialog.tsx';
import { ActorCompany } from './ActorCompany.tsx';
import { ActorMentions } from './ActorMentions.tsx';
import { ActorNames } from './ActorNames.tsx';
import { ActorRelations } from './ActorRelations.tsx';
import { ActorStatements } from './ActorStatements.tsx';
import { ActorTimeline } from './ActorTimeline.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { ChooseActor } from './ChooseActor.tsx';
import { SectionLinks } from './SectionLinks.tsx';
import css from './ActorPage.module.css';

/** Everything known of one actor: names with their scope, statements, every mention. */
export function ActorPage({ actorId }: { readonly actorId: string }) {
  const m = useMessages();
  const answer = useMethod('actors.get', { id: actorId });
  const { data: actor, error } = answer;
  const remove = useCommand('actors.delete');
  const merge = useCommand('actors.merge');
  const [merging, setMerging] = useState(false);
  const [editing, setEditing] = useState(false);
  const back = () => navigate({ name: 'actors' });
  if (error?.code === 'not-found') {
    return (
      <EmptyState action={<Button onClick={back}>{m('actors.back')}</Button>}>
        {m('actors.notFound')}
      </EmptyState>
    );
  }
  if (actor === undefined) return <Waiting for={answer} of="page" />;
  // A page is left before its actor goes: it would ask for what is not there any more.
  const stay = () => navigate({ name: 'actor', id: actorId }, { replace: true });
  const removeThis = async () => {
    navigate({ name: 'actors' }, { replace: true });
    const done = await remove.run({ id: actorId });
    if (done === undefined) stay();
    else showDone(m, m('actors.deleted', { name: actor.name }));
  };
  const mergeThis = async (target: Pick<Actor, 'id' | 'name'>) => {
    navigate({ name: 'actor', id: target.id }, { replace: true });
    const done = await merge.run({ into: target.id, from: [actorId] });
    if (done === undefined) stay();
    else showDone(m, m('actors.merged', { from: actor.name, into: target.name }));
  };
  return (
    <section className={css.page} aria-label={actor.name}>
      <header className={css.bar}>
        <Button look="plain" icon={ChevronLeft} onClick={back}>
          {m('actors.back')}
        </Button>
        <span className={css.gap} />
        <Button icon={Pencil} onClick={() => setEditing(true)}>
          {m('actors.edit')}
        </Button>
        <Button onClick={() => setMerging(true)}>{m('actors.merge')}</Button>
        <IconButton icon={Trash2} label={m('actors.remove')} onClick={() => void removeThis()} />
      </header>
      <div className={css.body}>
        <Title name={actor.name} />
        <p className={css.meta}>
          {[
            m(`actors.kind.${actor.kind}`),
            actor.description,
            m('actors.mentions', { count: actor.mentions }),
            m('actors.inArticles', { count: actor.articles }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <LinkedDocuments actorId={actorId} />
        <SectionLinks />
        <ActorNames actor={actor} />
        <ActorStatements actorId={actorId} />
        <ActorRelations actorId={actorId} />
        <ActorCompany actorId={actorId} />
        <ActorTimeline actorId={actorId} />
        <ActorMentions actorId={actorId} />
      </div>
      {editing && <ActorDialog actor={actor} onClose={() => setEditing(false)} />}
      {merging && (
        <ChooseActor
          title={m('actors.mergeTitle', { name: actor.name })}
          except={actorId}
          consequence={(into) => m('actors.mergeDetail', { from: actor.name, into })}
          verb={m('actors.mergeDo')}
          onChoose={(into) => void mergeThis(into)}
          onClose={() => setMerging(false)}
        />
      )}
    </section>
  );
}

function Title({ name }: { readonly name: string }) {
  const element = useFocusOnMount<HTMLHeadingElement>();
  return (
    <h1 ref={element} className={css.title} tabIndex={-1}>
      {name}
    </h1>
  );
}
