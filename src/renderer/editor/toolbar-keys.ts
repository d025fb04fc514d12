import type { KeyboardEvent } from 'react';

/** Left and right, Home and End move the focus among the buttons of a toolbar (ARIA pattern). */
export function moveAmongButtons(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step === undefined && event.key !== 'Home' && event.key !== 'End') return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === event.target);
  if (at < 0) return;
  event.preventDefault();
  const next =
    step === undefined
      ? event.key === 'Home'
        ? 0
        : buttons.length - 1
      : (at + step + buttons.length) % buttons.length;
  buttons[next]?.focus();
}
