import css from './TracedPassage.module.css';

/** A page with a marked passage and the number that leads to it: what Attache is for. */
export function TracedPassage() {
  return (
    <svg className={css.picture} viewBox="0 0 150 136" width="150" height="136" aria-hidden>
      <rect className={css.back} x="2" y="16" width="92" height="116" rx="4" />
      <rect className={css.page} x="14" y="2" width="92" height="116" rx="4" />
      <path className={css.words} d="M28 20h46" strokeWidth="4" />
      <path className={css.words} d="M28 36h64M28 45h58M28 86h62M28 96h64M28 106h30" />
      <path className={css.mark} d="M28 56.5h64M28 71.5h30" />
      <path className={css.line} d="M28 63h64M28 78h30" />
      <path className={css.trace} d="M92 59h38a6 6 0 0 1 6 6v34" />
      <circle className={css.dot} cx="92" cy="59" r="3" />
      <text className={css.number} x="131" y="114">
        1
      </text>
    </svg>
  );
}
