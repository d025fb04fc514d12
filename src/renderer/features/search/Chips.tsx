import { X } from 'lucide-react';
import type { SearchResult } from '../../../shared/model/search.ts';
import { withoutParts } from '../../../shared/query/edit.ts';
import { useMessages } from '../../messages/messages.ts';
import { navigate } from '../../state/route.ts';
import { classNames } from '../../ui/class-names.ts';
import { isAlso, leadOf, wordsOf } from './chip-words.ts';
import css from './Chips.module.css';
import { shownChips, type ShownChip } from './shown-chips.ts';

function Chip({ q, shown }: { readonly q: string; readonly shown: ShownChip }) {
  const m = useMessages();
  const words = wordsOf(shown);
  const lead = leadOf(m, shown);
  return (
    <span className={css.chip}>
      {lead !== null && <span className={css.lead}>{lead}</span>}
      {words}
      <button
        type="button"
        className={css.remove}
        aria-label={m('search.removeChip', { text: words })}
        onClick={() =>
          navigate({ name: 'search', q: withoutParts(q, shown.parts) }, { replace: true })
        }
      >
        <X size={12} strokeWidth={2} aria-hidden />
      </button>
    </span>
  );
}

export interface ChipsProps {
  readonly q: string;
  readonly understood: SearchResult['understood'];
  readonly error: SearchResult['error'];
}

/** What was understood of the query, part by part, and what was not. */
export function Chips({ q, understood, error }: ChipsProps) {
  const m = useMessages();
  const bad = error === undefined ? '' : q.slice(error.start, error.end).trim();
  const all = shownChips(understood);
  return (
    <ul className={css.chips} aria-label={m('search.understood')}>
      {all.map((shown, index) => {
        const { chip } = shown;
        const also = isAlso(chip, all[index - 1]?.chip);
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
