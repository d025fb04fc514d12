import type { HiddenRange } from '../../../shared/model/ranges.ts';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
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

/** Lines left out of the clean view, each with its reason and a way back. */
export function HiddenLines({ row }: { readonly row: Row }) {
  const m = useMessages();
  const { item, hidden, offered } = row;
  const all = [...hidden, ...offered];
  const set = (chosen: readonly HiddenRange[], by: 'person' | 'offered') =>
    editRow(item.key, { hidden: changed(all, chosen, by) });
  const list = (label: string, ranges: readonly HiddenRange[]) => (
    <ul aria-label={label} className={css.lines}>
      {ranges.map((range) => (
        <li key={`${String(range.start)}-${String(range.end)}`} className={css.line}>
          <span className={css.text} lang={item.language ?? undefined}>
            {item.text.slice(range.start, range.end)}
          </span>
          <span className={css.reason}>{m(`reasons.${range.reason}`)}</span>
          <Button
            look="link"
            className={css.button}
            onClick={() => set([range], isOffered(range) ? 'person' : 'offered')}
          >
            {m(isOffered(range) ? 'imports.hide' : 'imports.restore')}
          </Button>
        </li>
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
