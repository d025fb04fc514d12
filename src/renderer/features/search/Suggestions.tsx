import { useMessages } from '../../messages/messages.ts';
import css from './Suggestions.module.css';
import type { Choice, SuggestionGroup } from './use-suggestions.ts';

export const suggestionsId = 'search-suggestions';
export const optionId = (index: number): string => `${suggestionsId}-${String(index)}`;

export interface SuggestionsProps {
  readonly groups: readonly SuggestionGroup[];
  /** Index, over all groups, of the one that Enter takes; null for none. */
  readonly active: number | null;
  readonly onChoose: (choice: Choice) => void;
}

/** The list under the search box. The focus stays in the box, which names the active option. */
export function Suggestions({ groups, active, onChoose }: SuggestionsProps) {
  const m = useMessages();
  let index = 0;
  return (
    <div
      id={suggestionsId}
      className={css.list}
      role="listbox"
      aria-label={m('search.suggestions')}
    >
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
  );
}
