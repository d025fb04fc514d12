import { X } from 'lucide-react';
import type { SearchResult, Understood } from '../../../shared/model/search.ts';
import { useMessages, type Messages } from '../../messages/messages.ts';
import { navigate } from '../../state/route.ts';
import { classNames } from '../../ui/class-names.ts';
import css from './Chips.module.css';
import { without } from './without.ts';

/** What a chip says before its words. */
function prefix(m: Messages, chip: Understood): string | null {
  const parts = [
    ...(chip.negated ? [m('search.not')] : []),
    ...(chip.field === undefined ? [] : [chip.field]),
    ...(chip.kind === 'prefix' ? [m('search.prefixOf')] : []),
    ...(chip.kind === 'fuzzy' ? [m('search.fuzzy')] : []),
  ];
  return parts.length === 0 ? null : parts.join(' ');
}

function Chip({ q, chip }: { readonly q: string; readonly chip: Understood }) {
  const m = useMessages();
  const words = chip.kind === 'phrase' ? `“${chip.text}”` : chip.text;
  const lead = prefix(m, chip);
  return (
    <span className={css.chip}>
      {lead !== null && <span className={css.lead}>{lead}</span>}
      {words}
      <button
        type="button"
        className={css.remove}
        aria-label={m('search.removeChip', { text: words })}
        onClick={() => navigate({ name: 'search', q: without(q, chip) }, { replace: true })}
      >
        <X size={12} strokeWidth={2} aria-hidden />
      </button>
    </span>
  );
}

export interface ChipsProps {
  readonly q: string;
  readonly result: SearchResult;
}

/** What was understood of the query, part by part, and what was not. */
export function Chips({ q, result: { understood, error } }: ChipsProps) {
  const m = useMessages();
  const bad = error === undefined ? '' : q.slice(error.start, error.end).trim();
  return (
    <ul className={css.chips} aria-label={m('search.understood')}>
      {understood.map((chip, index) => {
        const joins = index > 0 && understood[index - 1]?.kind !== 'operator';
        return (
          <li key={`${String(chip.start)} ${chip.kind} ${chip.text}`} className={css.part}>
            {chip.kind === 'operator' ? (
              <span className={css.join}>{m('search.or')}</span>
            ) : (
              <>
                {joins && <span className={css.join}>{m('search.and')}</span>}
                <Chip q={q} chip={chip} />
              </>
            )}
          </li>
        );
      })}
      {bad !== '' && <li className={classNames(css.chip, css.bad)}>{bad}</li>}
    </ul>
  );
}
