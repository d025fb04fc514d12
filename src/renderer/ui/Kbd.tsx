import css from './Kbd.module.css';

/** A key to press, as a hint for the eye only. */
export function Kbd({ children }: { readonly children: string }) {
  return (
    <kbd className={css.kbd} aria-hidden>
      {children}
    </kbd>
  );
}
