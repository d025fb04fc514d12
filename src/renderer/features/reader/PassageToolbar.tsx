import { autoUpdate, flip, offset, shift, useFloating } from '@floating-ui/react';
import { EyeOff } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { colours, type Colour } from '../../../shared/model/annotation.ts';
import { useMessages } from '../../messages/messages.ts';
import { useColourNames } from '../../state/colour-names.ts';
import { takesText } from '../../state/keymap.ts';
import { Swatch } from '../../ui/Swatch.tsx';
import css from './PassageToolbar.module.css';

export interface PassageToolbarProps {
  /** The selection's box, asked for again while the text scrolls. */
  readonly anchor: { readonly getBoundingClientRect: () => DOMRect };
  /** The toolbar stays inside it. */
  readonly boundary: Element;
  readonly colour: Colour;
  /** These words can become the place of a passage: of one that is sought, or of the chosen one. */
  readonly place: 'find' | 'resize' | null;
  readonly onPlace: () => void;
  readonly onHighlight: (colour: Colour) => void;
  readonly onComment: () => void;
  readonly onTagActor: () => void;
  readonly onAddToBriefing: () => void;
  readonly onHide: () => void;
  readonly onClose: () => void;
}

/** What can be done with the selected words: 8 px below them, above where no room is left. */
export function PassageToolbar(props: PassageToolbarProps) {
  const m = useMessages();
  const nameOf = useColourNames();
  const toolbar = useRef<HTMLDivElement | null>(null);
  const { refs, floatingStyles } = useFloating({
    placement: 'bottom',
    strategy: 'fixed',
    middleware: [
      offset(9),
      flip({ padding: 10 }),
      shift({ padding: 10, boundary: props.boundary }),
    ],
    whileElementsMounted: autoUpdate,
  });
  useLayoutEffect(() => refs.setPositionReference(props.anchor), [refs, props.anchor]);

  // Wherever the focus was, the next stop after selecting words is what can be done with them.
  useEffect(() => {
    const enter = (event: globalThis.KeyboardEvent) => {
      const bar = toolbar.current;
      if (event.key !== 'Tab' || event.shiftKey || bar === null || takesText(event.target)) return;
      if (bar.contains(document.activeElement)) return;
      event.preventDefault();
      bar.querySelector('button')?.focus();
    };
    document.addEventListener('keydown', enter);
    return () => document.removeEventListener('keydown', enter);
  }, []);

  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      props.onClose();
      return;
    }
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons = [...(toolbar.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };

  const actions = [
    { key: 'C', label: m('reader.comment'), run: props.onComment },
    { key: 'A', label: m('reader.tagActor'), run: props.onTagActor },
    { key: 'B', label: m('reader.addToBriefing'), run: props.onAddToBriefing },
  ];
  return (
    <div
      ref={(element) => {
        toolbar.current = element;
        refs.setFloating(element);
      }}
      role="toolbar"
      tabIndex={-1}
      aria-label={m('reader.passage')}
      className={css.toolbar}
      style={floatingStyles}
      onKeyDown={move}
      // The selection must survive the press of a button.
      onPointerDown={(event) => event.preventDefault()}
    >
      {props.place !== null && (
        <button
          type="button"
          className={css.action}
          aria-label={m(props.place === 'find' ? 'reader.placeHere' : 'reader.resize')}
          aria-keyshortcuts="E"
          onClick={props.onPlace}
        >
          {m(props.place === 'find' ? 'reader.placeHere' : 'reader.resizeShort')}
          <span className={css.key} aria-hidden>
            E
          </span>
        </button>
      )}
      <button
        type="button"
        className={css.action}
        aria-label={m('reader.highlight')}
        aria-keyshortcuts="H"
        onClick={() => props.onHighlight(props.colour)}
      >
        {m('reader.highlight')}
        <span className={css.key} aria-hidden>
          H
        </span>
      </button>
      {colours.map((colour, i) => (
        <button
          key={colour}
          type="button"
          className={css.colour}
          data-colour={colour}
          aria-pressed={colour === props.colour}
          aria-label={m('reader.markIn', { colour: nameOf(colour) })}
          aria-keyshortcuts={String(i + 1)}
          title={nameOf(colour)}
          onClick={() => props.onHighlight(colour)}
        >
          <Swatch chosen={colour === props.colour} />
        </button>
      ))}
      <span className={css.divider} aria-hidden />
      {actions.map(({ key, label, run }) => (
        <button
          key={key}
          type="button"
          className={css.action}
          aria-label={label}
          aria-keyshortcuts={key}
          onClick={run}
        >
          {label}
          <span className={css.key} aria-hidden>
            {key}
          </span>
        </button>
      ))}
      <span className={css.divider} aria-hidden />
      <button
        type="button"
        className={css.action}
        aria-label={m('reader.hide')}
        aria-keyshortcuts="X"
        title={m('reader.hide')}
        onClick={props.onHide}
      >
        <EyeOff size={16} strokeWidth={1.75} aria-hidden />
        <span className={css.key} aria-hidden>
          X
        </span>
      </button>
    </div>
  );
}
