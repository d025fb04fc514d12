import type { KeyboardEvent, PointerEvent } from 'react';
import css from './Resizer.module.css';

export interface ResizerProps {
  /** Its name: "Resize …". */
  readonly label: string;
  /** CSS px. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Which edge of its pane the handle stands on: dragging away from the pane makes it wider. */
  readonly edge: 'start' | 'end';
  readonly onResize: (value: number) => void;
  /** The drag or the key press is over: the moment to remember the width. */
  readonly onCommit: (value: number) => void;
}

const step = 16;

/** The handle between two panes: drag it, or move it with the arrow keys. */
export function Resizer({ label, value, min, max, edge, onResize, onCommit }: ResizerProps) {
  const clamp = (width: number) => Math.round(Math.min(max, Math.max(min, width)));
  const sign = edge === 'end' ? 1 : -1;
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    const handle = event.currentTarget;
    const from = event.clientX;
    const widthAt = (x: number) => clamp(value + sign * (x - from));
    handle.setPointerCapture(event.pointerId);
    const move = ({ clientX }: globalThis.PointerEvent) => onResize(widthAt(clientX));
    const end = ({ clientX }: globalThis.PointerEvent) => {
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('pointerup', end);
      onCommit(widthAt(clientX));
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', end);
  };
  const press = (event: KeyboardEvent) => {
    const moves: Record<string, number> = {
      ArrowLeft: value - sign * step,
      ArrowRight: value + sign * step,
      Home: min,
      End: max,
    };
    const width = moves[event.key];
    if (width === undefined) return;
    event.preventDefault();
    onResize(clamp(width));
    onCommit(clamp(width));
  };
  return (
    <div
      role="separator"
      className={css.handle}
      data-edge={edge}
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={drag}
      onKeyDown={press}
    />
  );
}
