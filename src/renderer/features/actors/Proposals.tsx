import type { ActorProposal } from '../../../shared/model/actor.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { showDone } from '../../state/undo.ts';
import { ActorChip } from './ActorChip.tsx';

/** How many proposals stand beside an open article; the actors view has all of them. */
const mostShown = 6;

/** Who else is named in the article. Nothing is created until the person says so. */
export function Proposals({ articleId }: { readonly articleId: string }) {
  const m = useMessages();
  const { data } = useMethod('actors.propose', { articleId });
  const create = useCommand('actors.create');
  const dismissal = useCommand('actors.dismiss');
  const accept = async ({ kind, name, names }: ActorProposal) => {
    const actor = await create.run({ kind, name, names });
    if (actor !== undefined) showDone(m, m('actors.added', { name, count: actor.mentions }));
  };
  const dismiss = async ({ kind, name, names }: ActorProposal) => {
    const items = [{ kind, name, names: names.map((one) => one.name) }];
    const done = await dismissal.run({ items });
    if (done !== undefined) showDone(m, m('proposed.dismissDone', { count: 1, name }));
  };
  return data?.items.slice(0, mostShown).map((proposal) => (
    <li key={`${proposal.kind} ${proposal.name}`}>
      <ActorChip
        kind={proposal.kind}
        name={proposal.name}
        count={proposal.mentions}
        proposed
        verb={m('actors.accept')}
        title={m('actors.proposal', {
          kind: m(`actors.kind.${proposal.kind}`),
          count: proposal.mentions,
        })}
        onPress={() => void accept(proposal)}
        aria-keyshortcuts="Delete"
        onKeyDown={(event) => {
          if (event.key !== 'Delete') return;
          event.preventDefault();
          void dismiss(proposal);
        }}
      />
    </li>
  ));
}
