import { useCommand } from '../../../api/use-command.ts';
import { useMessages } from '../../../messages/messages.ts';
import { showDone } from '../../../state/undo.ts';
import { proposedKind } from '../likely.ts';
import type { SaidProposal } from './said-grid.ts';

/** Accepting and refusing a proposed speaker. Both answer whether it was done. */
export function useCellCommands() {
  const m = useMessages();
  const createActor = useCommand('actors.create');
  const create = useCommand('statements.create');
  const refuse = useCommand('statements.dismiss');
  return {
    async accept(articleId: string, { start, end, kind, speaker }: SaidProposal) {
      const { name } = speaker;
      const id = speaker.actorId ?? (await createActor.run({ kind: proposedKind(name), name }))?.id;
      if (id === undefined) return false;
      const done = await create.run({ articleId, start, end, kind, speaker: id });
      if (done !== undefined) showDone(m, m('actors.recorded', { name }));
      return done !== undefined;
    },
    async refuse(articleId: string, { start, end, speaker }: SaidProposal) {
      const done = await refuse.run({ articleId, start, end });
      if (done !== undefined) showDone(m, m('said.refused', { name: speaker.name }));
      return done !== undefined;
    },
  };
}

export type CellCommands = ReturnType<typeof useCellCommands>;
