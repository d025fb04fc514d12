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
import { Select } from '../../ui/Select.tsx';
import { Comparison } from './Comparison.tsx';
import { NameForm } from '../NameForm.tsx';
import css from './versions.module.css';

export interface VersionPaneProps {
  readonly version: Version;
  /** All versions of the document, the newest first. */
  readonly versions: readonly Version[];
  readonly onRestored: () => void;
}

/** One version: what changed since or beside another, and what can be done with it. */
export function VersionPane({ version, versions, onRestored }: VersionPaneProps) {
  const m = useMessages();
  const { id, created, name } = version;
  const [otherId, setOtherId] = useState('');
  const other = versions.find((one) => one.id === otherId);
  const [older, newer] = inOrder(versions, version, other);
  const { data } = useMethod('versions.compare', {
    id: older.id,
    ...(newer === undefined ? {} : { with: newer.id }),
  });
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
          <strong>
            {newer === undefined
              ? m('versions.since', { moment })
              : m('versions.between', { from: calledOf(older), to: calledOf(newer) })}
          </strong>
          {data !== undefined && (
            <p>
              {same
                ? m(newer === undefined ? 'versions.nothingChanged' : 'versions.bothSame')
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
          disabledReason={same && newer === undefined ? m('versions.nothingChanged') : undefined}
          onClick={() => void bringBack()}
        >
          {m('versions.restore')}
        </Button>
      </header>
      {versions.length > 1 && (
        <label className={css.compare}>
          {m('versions.compareWith')}
          <Select
            value={other?.id ?? ''}
            options={[
              { value: '', label: m('versions.now') },
              ...versions
                .filter((one) => one.id !== id)
                .map((one) => ({ value: one.id, label: calledOf(one) })),
            ]}
            onChange={setOtherId}
          />
        </label>
      )}
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

const calledOf = ({ name, created }: Version): string => name ?? formatMoment(created);

/** The older of two versions first; one alone is compared with what is there now. */
function inOrder(
  newestFirst: readonly Version[],
  version: Version,
  other: Version | undefined,
): readonly [older: Version, newer: Version | undefined] {
  if (other === undefined) return [version, undefined];
  const isOlder = newestFirst.indexOf(version) > newestFirst.indexOf(other);
  return isOlder ? [version, other] : [other, version];
}
