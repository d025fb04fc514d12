import { X } from 'lucide-react';
import type { SearchResult, Understood } from '../../../shared/model/search.ts';
import { withoutParts } from '../../../shared/query/edit.ts';
import { useMessages, type Messages } from '../../messages/messages.ts';
import { navigate } from '../../state/route.ts';
import { classNames } from '../../ui/class-names.ts';
import css from './Chips.module.css';
import { shownChips, type ShownChip } from './shown-chips.ts';

/** What a chip says before its words. */
function prefix(m: Messages, { chip, year }: ShownChip): string | null {
  if (year !== undefined) return m('search.published');
  const parts = [
    ...(chip.negated ? [m('search.not')] : []),
    ...(chip.field === undefined ? [] : [chip.field]),
    ...(chip.kind === 'prefix' ? [m('search.prefixOf')] : []),
    ...(chip.kind === 'fuzzy' ? [m('search.fuzzy')] : []),
  ];
  return parts.length === 0 ? null : parts.join(' ');
}

function Chip({ q, shown }: { readonly q: string; readonly shown: ShownChip }) {
  const m = useMessages();
  const { chip, year, parts } = shown;
  const words = year ?? (chip.kind === 'phrase' ? `“${chip.text}”` : chip.text);
  const lead = prefix(m, shown);
  return (
    <span className={css.chip}>
      {lead !== null && <span className={css.lead}>{lead}</span>}
      {words}
      <button
        type="button"
        className={css.remove}
        aria-label={m('search.removeChip', { text: words })}
        onClick={() => navigate({ name: 'search', q: withoutParts(q, parts) }, { replace: true })}
      >
        <X size={12} strokeWidth={2} aria-hidden />
      </button>
    </span>
  );
}

/** Whether a chip follows what stands before it as one more thing that must hold. */
const isAlso = (before: Understood | undefined): boolean =>
  before !== undefined && (before.kind !== 'operator' || before.text === ')');

export interface ChipsProps {
  readonly q: string;
  readonly result: SearchResult;
}

/** What was understood of the query, part by part, and what was not. */
export function Chips({ q, result: { understood, error } }: ChipsProps) {
  const m = useMessages();
  const bad = error === undefined ? '' : q.slice(error.start, error.end).trim();
  const all = shownChips(understood);
  return (
    <ul className={css.chips} aria-label={m('search.understood')}>
      {all.map((shown, index) => {
        const { chip } = shown;
        const isJoin = chip.kind === 'operator' && chip.text !== '(';
        const also = !isJoin && isAlso(all[index - 1]?.chip);
        return (
          <li key={`${String(chip.start)} ${chip.kind} ${chip.text}`} className={css.part}>
            {also && <span className={css.join}>{m('search.and')}</span>}
            {chip.kind === 'operator' ? (
              <span className={css.join}>{chip.text === 'OR' ? m('search.or') : chip.text}</span>
            ) : (
              <Chip q={q} shown={shown} />
            )}
          </li>
        );
      })}
      {bad !== '' && <li className={classNames(css.chip, css.bad)}>{bad}</li>}
    </ul>
  );
}
