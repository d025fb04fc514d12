import { Ellipsis } from 'lucide-react';
import { useEffect } from 'react';
import type { HiddenRange } from '../../../shared/model/ranges.ts';
import { client } from '../../api/client.ts';
import { useMessages } from '../../messages/messages.ts';
import { reasonText } from '../../messages/reason.ts';
import { lessons } from '../../cleaning/lessons.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/menu/Menu.tsx';
import { cleanAllAgain } from './edit-fields.ts';
import css from './HiddenLines.module.css';
import { isOffered, type Row } from './row.ts';
import { editRow } from './session.ts';

const byPosition = (a: HiddenRange, b: HiddenRange) => a.start - b.start;

/** The ranges with some of them hidden by the person, or shown again and only offered. */
function changed(
  all: readonly HiddenRange[],
  chosen: readonly HiddenRange[],
  by: 'person' | 'offered',
): readonly HiddenRange[] {
  return [
    ...all.filter((range) => !chosen.includes(range)),
    ...chosen.map((range) => ({ ...range, by })),
  ].sort(byPosition);
}

/** What is learnt for an outlet, here or elsewhere, shows in the rows at once. */
function useLearnt(): void {
  useEffect(
    () =>
      client.on((event) => {
        if (event.type === 'changed' && event.topics.includes('rules')) cleanAllAgain();
      }),
    [],
  );
}

interface LineProps {
  readonly row: Row;
  readonly range: HiddenRange;
  readonly onTurn: () => void;
}

/** One line: its words, why it is or could be hidden, and what to do about it, here or everywhere. */
function Line({ row, range, onTurn }: LineProps) {
  const m = useMessages();
  const { item, fields } = row;
  const words = item.text.slice(range.start, range.end);
  const outlet = fields['container-title'].value;
  return (
    <li className={css.line}>
      <span className={css.text} lang={item.language ?? undefined} title={words}>
        {words}
      </span>
      <span className={css.reason}>{reasonText(m, range)}</span>
      <Button look="link" className={css.button} onClick={onTurn}>
        {m(isOffered(range) ? 'imports.hide' : 'imports.restore')}
      </Button>
      {outlet !== null && (
        <Menu
          label={m('cleaning.everywhere', { outlet })}
          placement="bottom-end"
          items={lessons(m, { outlet, range, lines: words.split(/\n\n+/), apply: false })}
        >
          <IconButton icon={Ellipsis} label={m('cleaning.everywhere', { outlet })} />
        </Menu>
      )}
    </li>
  );
}

/** Lines left out of the clean view, each with its reason and a way back. */
export function HiddenLines({ row }: { readonly row: Row }) {
  const m = useMessages();
  useLearnt();
  const { item, hidden, offered } = row;
  const all = [...hidden, ...offered];
  const set = (chosen: readonly HiddenRange[], by: 'person' | 'offered') =>
    editRow(item.key, { hidden: changed(all, chosen, by) });
  const list = (label: string, ranges: readonly HiddenRange[]) => (
    <ul aria-label={label}>
      {ranges.map((range) => (
        <Line
          key={`${String(range.start)}-${String(range.end)}`}
          row={row}
          range={range}
          onTurn={() => set([range], isOffered(range) ? 'person' : 'offered')}
        />
      ))}
    </ul>
  );
  return (
    <section className={css.section} aria-label={m('imports.hidden')}>
      <header className={css.header}>
        <h3 className={css.heading}>{m('imports.hidden')}</h3>
        <span className={css.count}>{hidden.length}</span>
        {hidden.length > 0 && (
          <Button look="link" onClick={() => set(hidden, 'offered')}>
            {m('imports.restoreAll')}
          </Button>
        )}
      </header>
      {hidden.length === 0 && <p className={css.none}>{m('imports.noHidden')}</p>}
      {list(m('imports.hidden'), hidden)}
      {offered.length > 0 && (
        <>
          <header className={css.header}>
            <h3 className={css.heading}>{m('imports.offered')}</h3>
            <span className={css.count}>{offered.length}</span>
            <Button look="link" onClick={() => set(offered, 'person')}>
              {m('imports.hideAll')}
            </Button>
          </header>
          {list(m('imports.offered'), offered)}
        </>
      )}
    </section>
  );
}
