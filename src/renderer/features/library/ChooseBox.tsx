import { useMessages } from '../../messages/messages.ts';

export interface ChooseBoxProps {
  readonly title: string;
  readonly chosen: boolean;
  /** Chosen as well or no longer; with Shift, up to this one. */
  readonly onChoose: (withShift: boolean) => void;
  /** The row itself takes the focus, and Space. */
  readonly ofRow?: boolean;
  readonly className?: string | undefined;
}

/** The box that chooses a row of a list among others. */
export function ChooseBox({ title, chosen, onChoose, ofRow = false, className }: ChooseBoxProps) {
  const m = useMessages();
  return (
    <input
      type="checkbox"
      className={className}
      tabIndex={ofRow ? -1 : undefined}
      aria-label={m('library.choose', { title })}
      checked={chosen}
      onMouseDown={ofRow ? (event) => event.preventDefault() : undefined}
      onChange={({ nativeEvent }) =>
        onChoose(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
      }
    />
  );
}
