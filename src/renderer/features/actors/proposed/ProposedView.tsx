import { useState } from 'react';
import { useMessages } from '../../../messages/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { View } from '../../../ui/layout/View.tsx';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import { Waiting } from '../../../ui/Waiting.tsx';
import { DismissedList } from './DismissedList.tsx';
import { ProposedList } from './ProposedList.tsx';
import { mostListed, useProposals } from './use-proposals.ts';

/** Names the articles speak of and no actor has yet: to tick, correct, add or dismiss. */
export function ProposedView() {
  const m = useMessages();
  const proposals = useProposals();
  const [shown, setShown] = useState<'open' | 'dismissed'>('open');
  const { items, pending, chosen, answer } = proposals;
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
        m(items.length < mostListed ? 'proposed.count' : 'proposed.first', { count: items.length }),
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
      {shown === 'open' && items.length > 0 && <ProposedList proposals={proposals} />}
    </View>
  );
}
