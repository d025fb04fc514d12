import { useEffect, useMemo, useRef, useState } from 'react';
import { actorKinds, type ActorKind } from '../../../../shared/model/actor.ts';
import { useMessages } from '../../../messages/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FilterBar } from '../../../ui/layout/FilterBar.tsx';
import { View } from '../../../ui/layout/View.tsx';
import { SearchField } from '../../../ui/SearchField.tsx';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Waiting } from '../../../ui/Waiting.tsx';
import { hasWords } from '../has-words.ts';
import { DismissedList } from './DismissedList.tsx';
import { ProposedList } from './ProposedList.tsx';
import { mostListed, useProposals } from './use-proposals.ts';

/** Names the articles speak of and no actor has yet: to tick, correct, add or dismiss. */
export function ProposedView() {
  const m = useMessages();
  const proposals = useProposals();
  const [shown, setShown] = useState<'open' | 'dismissed'>('open');
  const { items, pending, chosen, answer, draftFor } = proposals;
  const [words, setWords] = useState('');
  const [kind, setKind] = useState<ActorKind | ''>('');
  const found = useMemo(() => {
    const has = hasWords(words);
    return items.filter((proposal) => {
      const draft = draftFor(proposal);
      return (kind === '' || draft.kind === kind) && has([draft.name, ...draft.names]);
    });
  }, [items, draftFor, words, kind]);
  const isNarrowed = words.trim() !== '' || kind !== '';
  const field = useRef<HTMLInputElement>(null);
  const isEmptied = isNarrowed && found.length === 0;
  useEffect(() => {
    // The last row that was shown took the focus with it.
    if (isEmptied && document.activeElement === document.body) field.current?.focus();
  }, [isEmptied]);
  const widen = () => {
    setWords('');
    setKind('');
  };
  if (answer.data === undefined) {
    return (
      <View title={m('proposed.title')}>
        <Waiting for={answer} of="rows" />
      </View>
    );
  }
  return (
    <View
      title={m('proposed.title')}
      count={[
        isNarrowed
          ? m('actors.mentionsShown', { shown: found.length, total: items.length })
          : m(items.length < mostListed ? 'proposed.count' : 'proposed.first', {
              count: items.length,
            }),
        pending > 0 ? m('proposed.pending', { count: pending }) : '',
      ]
        .filter(Boolean)
        .join(' · ')}
      tools={
        <>
          <SegmentedControl
            label={m('proposed.show')}
            choices={[
              { value: 'open', label: m('proposed.open') },
              { value: 'dismissed', label: m('proposed.dismissed') },
            ]}
            value={shown}
            onChange={setShown}
          />
          {shown === 'open' && (
            <>
              {chosen.length > 0 && (
                <Button onClick={() => void proposals.dismiss(chosen)}>
                  {m('proposed.dismissTicked', { count: chosen.length })}
                </Button>
              )}
              <Button
                look="primary"
                pending={proposals.accepting}
                disabledReason={chosen.length === 0 ? m('proposed.nothingTicked') : undefined}
                onClick={() => void proposals.accept(chosen)}
              >
                {chosen.length === 0
                  ? m('proposed.acceptNone')
                  : m('proposed.accept', { count: chosen.length })}
              </Button>
            </>
          )}
        </>
      }
    >
      {shown === 'dismissed' && <DismissedList />}
      {shown === 'open' && items.length === 0 && <EmptyState>{m('proposed.none')}</EmptyState>}
      {shown === 'open' && items.length > 0 && (
        <>
          <FilterBar
            label={m('proposed.narrow')}
            clear={isNarrowed ? { label: m('proposed.widen'), run: widen } : null}
          >
            <SearchField ref={field} label={m('proposed.find')} value={words} onChange={setWords} />
            <Select<ActorKind | ''>
              aria-label={m('proposed.kind')}
              value={kind}
              options={[
                { value: '', label: m('proposed.allKinds') },
                ...actorKinds.map((value) => ({ value, label: m(`actors.kinds.${value}`) })),
              ]}
              onChange={setKind}
            />
          </FilterBar>
          {found.length === 0 ? (
            <EmptyState action={<Button onClick={widen}>{m('proposed.widen')}</Button>}>
              {m('proposed.noneSo')}
            </EmptyState>
          ) : (
            <ProposedList proposals={proposals} items={found} />
          )}
        </>
      )}
    </View>
  );
}
