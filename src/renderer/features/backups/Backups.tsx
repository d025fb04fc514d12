import { useState } from 'react';
import type { Output } from '../../../shared/contract/methods.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { formatMoment } from '../../messages/dates.ts';
import { useMessages, type Messages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { View } from '../../ui/layout/View.tsx';
import { ActionList, ActionRow } from '../../ui/list/ActionList.tsx';
import { showToast } from '../../ui/toast/toasts.ts';

type Backup = Output<'library.backups'>['items'][number];

/** How often copies are looked for that this window did not make, in ms. */
const everyFewSeconds = 3000;

const holdsOf = (m: Messages, { counts }: Backup): string =>
  counts === null ? m('backups.unreadable') : m('backups.holds', counts);

/** The copies of the library, and the way back to each. */
export function Backups() {
  const m = useMessages();
  const { data, refetch } = useMethod('library.backups', {}, { every: everyFewSeconds });
  const { run: makeOne, pending: making } = useCommand('library.backup');
  const { run: restore, pending } = useCommand('library.restore');
  const [asked, setAsked] = useState<Backup | null>(null);
  if (data === undefined) return null;
  const { items } = data;

  const goBackTo = async (name: string, message: string) => {
    const done = await restore({ name });
    setAsked(null);
    if (done === undefined) return;
    showToast({
      message,
      action: {
        label: m('backups.takeBack'),
        run: () => void goBackTo(done.kept, m('backups.takenBack')),
      },
    });
  };
  const tools = (
    <Button pending={making} onClick={() => void makeOne({}).then(() => refetch())}>
      {m('app.backUp')}
    </Button>
  );
  return (
    <View title={m('backups.title')} tools={tools}>
      {items.length === 0 ? (
        <EmptyState>{m('backups.none')}</EmptyState>
      ) : (
        <ActionList label={m('backups.list')} explain={m('backups.explain')}>
          {items.map((item) => (
            <Row key={item.name} backup={item} onRestore={() => setAsked(item)} />
          ))}
        </ActionList>
      )}
      {asked !== null && (
        <Dialog
          title={m('backups.ask', { moment: formatMoment(asked.at) })}
          onClose={() => setAsked(null)}
          onSubmit={() =>
            void goBackTo(asked.name, m('backups.restored', { moment: formatMoment(asked.at) }))
          }
          actions={
            <>
              <Button data-autofocus onClick={() => setAsked(null)}>
                {m('ui.cancel')}
              </Button>
              <Button type="submit" look="primary" pending={pending}>
                {m('backups.restore')}
              </Button>
            </>
          }
        >
          <p>{m('backups.asked', { holds: holdsOf(m, asked) })}</p>
        </Dialog>
      )}
    </View>
  );
}

interface RowProps {
  readonly backup: Backup;
  readonly onRestore: () => void;
}

function Row({ backup, onRestore }: RowProps) {
  const m = useMessages();
  const { at, bytes, setAside } = backup;
  const moment = formatMoment(at);
  const megabytes = (bytes / 1_000_000).toFixed(1);
  const meta = [
    holdsOf(m, backup),
    m('backups.size', { megabytes }),
    ...(setAside ? [m('backups.setAside')] : []),
  ];
  return (
    <ActionRow
      name={<time dateTime={at}>{moment}</time>}
      meta={meta.join(' · ')}
      action={
        <Button aria-label={m('backups.restoreNamed', { moment })} onClick={onRestore}>
          {m('backups.restore')}
        </Button>
      }
    />
  );
}
