import { chips } from '../../../shared/query/chips.ts';
import { parseQuery } from '../../../shared/query/parse.ts';
import { useMessages } from '../../messages/messages.ts';
import { searchName } from './chip-words.ts';
import css from './Suggestions.module.css';
import type { Choice, SuggestionGroup } from './use-suggestions.ts';

export const suggestionsId = 'search-suggestions';
export const optionId = (index: number): string => `${suggestionsId}-${String(index)}`;

export interface SuggestionsProps {
  /** The query whose results the list lies over: what was understood of it stands above the list. */
  readonly over: string | null;
  readonly groups: readonly SuggestionGroup[];
  /** Index, over all groups, of the one that Enter takes; null for none. */
  readonly active: number | null;
  readonly onChoose: (choice: Choice) => void;
}

/** The list under the search box. The focus stays in the box, which names the active option. */
export function Suggestions({ over, groups, active, onChoose }: SuggestionsProps) {
  const m = useMessages();
  const understood = over === null ? '' : searchName(m, chips(parseQuery(over)));
  let index = 0;
  return (
    <div className={css.list}>
      {understood !== '' && (
        // Who hears the page has it in the list of chips.
        <div className={css.understood} aria-hidden>
          {m('search.understood')}: <span>{understood}</span>
        </div>
      )}
      <div id={suggestionsId} role="listbox" aria-label={m('search.suggestions')}>
        {groups.map(({ label, items }) => (
          <div key={label ?? ''} role="group" aria-label={label ?? m('search.suggestions')}>
            {label !== undefined && (
              <div className={css.label} aria-hidden>
                {label}
              </div>
            )}
            {items.map((item) => {
              const at = index++;
              return (
                <button
                  type="button"
                  key={item.id}
                  id={optionId(at)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={at === active}
                  className={css.option}
                  // The box keeps the focus.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onChoose(item.choice)}
                >
                  <span className={css.name}>{item.label}</span>
                  {item.hint !== undefined && <span className={css.hint}>{item.hint}</span>}
                  {item.count !== undefined && (
                    <span className={css.count}>{m('search.count', { count: item.count })}</span>
                  )}
                </button>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}
