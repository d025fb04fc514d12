import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Version } from '../../../shared/model/version.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { formatMoment } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Comparison } from './Comparison.tsx';
import { NameForm } from '../NameForm.tsx';
import css from './versions.module.css';

export interface VersionPaneProps {
  readonly version: Version;
  readonly onRestored: () => void;
}

/** One version: what changed since, and what can be done with it. */
export function VersionPane({ version, onRestored }: VersionPaneProps) {
  const m = useMessages();
  const { id, created, name } = version;
  const { data } = useMethod('versions.compare', { id });
  const restore = useCommand('versions.restore');
  const update = useCommand('versions.update');
  const remove = useCommand('versions.delete');
  const [naming, setNaming] = useState(false);
  const moment = formatMoment(created);
  const bringBack = async () => {
    if ((await restore.run({ id })) === undefined) return;
    showDone(m, m('versions.restored', { moment }));
    onRestored();
  };
  const drop = async () => {
    if ((await remove.run({ id })) !== undefined) showDone(m, m('versions.deleted'));
  };
  const same = data?.blocks.every(({ change }) => change === 'same') ?? false;
  return (
    <section className={css.pane} aria-label={m('versions.comparison')}>
      <header className={css.head}>
        <div className={css.told} role="status">
          <strong>{m('versions.since', { moment })}</strong>
          {data !== undefined && (
            <p>
              {same
                ? m('versions.nothingChanged')
                : m('versions.changes', { added: data.added, removed: data.removed })}
            </p>
          )}
        </div>
        <IconButton
          icon={Pencil}
          label={m('versions.name')}
          aria-expanded={naming}
          onClick={() => setNaming((open) => !open)}
        />
        <IconButton icon={Trash2} label={m('versions.delete')} onClick={() => void drop()} />
        <Button
          look="primary"
          pending={restore.pending}
          disabledReason={same ? m('versions.nothingChanged') : undefined}
          onClick={() => void bringBack()}
        >
          {m('versions.restore')}
        </Button>
      </header>
      {naming && (
        <NameForm
          label={m('versions.name')}
          action={m('versions.rename')}
          value={name ?? ''}
          onName={async (given) => {
            setNaming(false);
            await update.run({ id, name: given });
          }}
        />
      )}
      {data !== undefined && !same && <Comparison blocks={data.blocks} />}
    </section>
  );
}
