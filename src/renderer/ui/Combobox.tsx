import {
  autoUpdate,
  flip,
  FloatingPortal,
  offset,
  shift,
  size,
  useFloating,
} from '@floating-ui/react';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import css from './Combobox.module.css';
import field from './Field.module.css';

export interface ComboboxOption {
  readonly id: string;
  readonly label: string;
  readonly detail?: ReactNode;
}

export interface ComboboxProps {
  readonly label: string;
  /** The label is only heard. */
  readonly quiet?: boolean;
  readonly placeholder?: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** What is offered for `value`, best first. */
  readonly options: readonly ComboboxOption[];
  readonly onChoose: (option: ComboboxOption) => void;
  /** Keys the list did not take: Enter on words that are none of the options, Backspace. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onBlur?: () => void;
  /** Has the focus when its dialog opens. */
  readonly first?: boolean;
  /** Only an option will do: Enter takes the first where none is chosen. */
  readonly strict?: boolean;
}

/** A field with a list of what it may mean: arrows move, Enter takes, Escape closes the list. */
export function Combobox({
  label,
  quiet = false,
  placeholder,
  value,
  onValue,
  options,
  onChoose,
  onKeyDown,
  onBlur,
  first = false,
  strict = false,
}: ComboboxProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState<number | null>(null);
  const [reference, setReference] = useState<HTMLElement | null>(null);
  const [floating, setFloating] = useState<HTMLElement | null>(null);
  const shown = open && options.length > 0;
  const { floatingStyles } = useFloating({
    elements: { reference, floating },
    open: shown,
    placement: 'bottom-start',
    strategy: 'fixed',
    middleware: [
      offset(4),
      flip(),
      shift({ padding: 8 }),
      size({
        apply: ({ rects, elements }) => {
          elements.floating.style.minWidth = `${rects.reference.width}px`;
        },
      }),
    ],
    whileElementsMounted: autoUpdate,
  });
  const choose = (option: ComboboxOption) => {
    setOpen(false);
    setActive(null);
    onChoose(option);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = shown ? options[active ?? (strict ? 0 : -1)] : undefined;
    if (step !== 0 && options.length > 0) {
      event.preventDefault();
      setOpen(true);
      const from = active ?? (step > 0 ? -1 : options.length);
      setActive((from + step + options.length) % options.length);
    } else if (event.key === 'Enter' && chosen !== undefined && !event.nativeEvent.isComposing) {
      event.preventDefault();
      choose(chosen);
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    } else {
      onKeyDown?.(event);
    }
  };
  return (
    <div className={field.field}>
      <label className={quiet ? 'visually-hidden' : field.label} htmlFor={id}>
        {label}
      </label>
      <input
        ref={setReference}
        id={id}
        className={field.input}
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={shown ? `${id}-list` : undefined}
        aria-activedescendant={shown && active !== null ? `${id}-${active}` : undefined}
        data-autofocus={first || undefined}
        placeholder={placeholder}
        value={value}
        onChange={(event) => {
          onValue(event.target.value);
          setActive(null);
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onBlur={() => {
          setOpen(false);
          onBlur?.();
        }}
        onKeyDown={press}
      />
      {shown && (
        <FloatingPortal root={reference?.closest('dialog') ?? null}>
          <div
            ref={setFloating}
            id={`${id}-list`}
            role="listbox"
            aria-label={label}
            className={css.list}
            style={floatingStyles}
          >
            {options.map((option, index) => (
              <button
                key={option.id}
                type="button"
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                className={css.option}
                // The field keeps the focus.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
              >
                <span className={css.label}>{option.label}</span>
                {option.detail !== undefined && <span className={css.detail}>{option.detail}</span>}
              </button>
            ))}
          </div>
        </FloatingPortal>
      )}
    </div>
  );
}
