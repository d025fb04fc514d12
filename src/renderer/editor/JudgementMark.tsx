import { useMessages } from '../messages/messages.ts';
import css from './marks.module.css';

export function JudgementMark() {
  const m = useMessages();
  return (
    <span className={css.judgement} role="img" aria-label={m('briefings.judgement')}>
      ◇
    </span>
  );
}

/** Follows a sentence that names what is not known yet. */
export function GapMark() {
  const m = useMessages();
  return (
    <span className={css.judgement} role="img" aria-label={m('briefings.gap')}>
      ?
    </span>
  );
}
