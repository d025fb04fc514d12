import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import css from './FindField.module.css';
import { IconButton } from './IconButton.tsx';

export interface FindFieldProps {
  readonly label: string;
  readonly previous: string;
  readonly next: string;
  readonly needle: string;
  /** Which of how many, as words. */
  readonly count: string;
  readonly onNeedle: (needle: string) => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
}

/** Words to find, how many there are, and the way from one to the next: Enter and Shift+Enter. */
export function FindField(props: FindFieldProps) {
  const { label, needle, count, onNeedle, onStep, onClose } = props;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  return (
    <>
      <input
        ref={input}
        className={css.input}
        aria-label={label}
        placeholder={label}
        value={needle}
        onChange={(event) => onNeedle(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') onClose();
          else return;
          event.preventDefault();
        }}
      />
      <output className={css.count}>{count}</output>
      <IconButton icon={ChevronUp} label={props.previous} onClick={() => onStep(-1)} />
      <IconButton icon={ChevronDown} label={props.next} onClick={() => onStep(1)} />
    </>
  );
}
