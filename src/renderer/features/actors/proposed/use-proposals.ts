import { useCallback, useMemo, useState } from 'react';
import type { ActorProposal } from '../../../../shared/model/actor.ts';
import { client } from '../../../api/client.ts';
import { showError } from '../../../api/show-error.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useMethod } from '../../../api/use-method.ts';
import { useMessages } from '../../../messages/messages.ts';
import { showDone } from '../../../state/undo.ts';
import { draftOf, keyOf, namesOf, type Draft } from './drafts.ts';

/** More are listed as these are added or dismissed. */
export const mostListed = 500;

const none: readonly ActorProposal[] = [];

/** The proposals with what the person ticked and corrected, and what can be done with them. */
export function useProposals() {
  const m = useMessages();
  const answer = useMethod('actors.propose', { limit: mostListed }, { keepPrevious: true });
  const { data } = answer;
  const dismissal = useCommand('actors.dismiss');
  const acceptance = useCommand('actors.accept');
  const items = data?.items ?? none;
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const chosen = useMemo(() => items.filter((item) => ticked.has(keyOf(item))), [items, ticked]);
  const draftFor = useCallback(
    (proposal: ActorProposal) => drafts.get(keyOf(proposal)) ?? draftOf(proposal),
    [drafts],
  );

  const tick = (proposal: ActorProposal, on: boolean) =>
    setTicked((before) => {
      const after = new Set(before);
      if (on) after.add(keyOf(proposal));
      else after.delete(keyOf(proposal));
      return after;
    });

  /** Names of an actor there is go to it; the others become actors, all in one step. */
  const accept = async (proposals: readonly ActorProposal[]) => {
    const wanted = proposals.map(draftFor);
    const created = wanted.filter(({ into }) => into === null);
    let mentions = 0;
    try {
      for (const { into, names } of wanted) {
        if (into === null) continue;
        const actor = await client.call('actors.get', { id: into });
        const more = names.map((name) => ({ name, scope: 'everywhere' as const }));
        const after = await client.call('actors.update', {
          id: into,
          names: [...actor.names, ...more],
        });
        mentions += after.mentions - actor.mentions;
      }
    } catch (error) {
      showError(error);
      return;
    }
    if (created.length > 0) {
      const made = await acceptance.run({
        items: created.map((draft) => ({
          kind: draft.kind,
          name: draft.name,
          names: namesOf(draft),
        })),
      });
      if (made === undefined) return;
      mentions += made.items.reduce((sum, actor) => sum + actor.mentions, 0);
    }
    setTicked(new Set());
    const name = wanted[0]?.name ?? '';
    showDone(m, m('proposed.accepted', { count: wanted.length, name, mentions }));
  };

  const dismiss = async (proposals: readonly ActorProposal[]) => {
    const done = await dismissal.run({
      items: proposals.map(({ kind, name, names }) => ({
        kind,
        name,
        names: names.map((one) => one.name),
      })),
    });
    if (done === undefined) return;
    for (const proposal of proposals) tick(proposal, false);
    const name = proposals[0]?.name ?? '';
    showDone(m, m('proposed.dismissDone', { count: proposals.length, name }));
  };

  return {
    items,
    answer,
    pending: data?.pending ?? 0,
    chosen,
    isTicked: (proposal: ActorProposal) => ticked.has(keyOf(proposal)),
    isCorrected: (proposal: ActorProposal) => drafts.has(keyOf(proposal)),
    draftFor,
    tick,
    accept,
    accepting: acceptance.pending,
    dismiss,
    /** A corrected proposal is wanted: it is ticked as well. */
    correct(proposal: ActorProposal, draft: Draft) {
      setDrafts((before) => new Map(before).set(keyOf(proposal), draft));
      tick(proposal, true);
    },
  };
}

export type Proposals = ReturnType<typeof useProposals>;
