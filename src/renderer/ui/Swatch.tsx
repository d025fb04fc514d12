import css from './Swatch.module.css';

/** A dot in the colour of the `data-colour` around it, in forced colours a stretch of its line; `chosen` rings it. */
export const Swatch = ({ chosen = false }: { readonly chosen?: boolean }) => (
  <span className={css.swatch} data-chosen={chosen || undefined} aria-hidden />
);
