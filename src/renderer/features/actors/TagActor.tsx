import { autoUpdate, flip, offset, shift, useFloating } from '@floating-ui/react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useMessages } from '../../messages/messages.ts';
import { tagActor, useSelection, type Tagging } from '../../state/selection.ts';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { NameForm } from './NameForm.tsx';
import { SaidForm } from './SaidForm.tsx';
import { looksLikeName } from './statement-guess.ts';
import css from './TagActor.module.css';

/** Asks whose name the selected words are, or who said them, at the words. */
export function TagActor() {
  const tagging = useSelection((state) => state.tagging);
  return tagging === null ? null : (
    <TagActorForm key={`${tagging.articleId} ${tagging.start} ${tagging.end}`} tagging={tagging} />
  );
}

const close = () => tagActor(null);

function TagActorForm({ tagging }: { readonly tagging: Tagging }) {
  const m = useMessages();
  const words = tagging.text.replace(/\s+/g, ' ').trim();
  const [mode, setMode] = useState<'name' | 'said'>(() => (looksLikeName(words) ? 'name' : 'said'));
  const box = useRef<HTMLDivElement | null>(null);
  const { refs, floatingStyles } = useFloating({
    placement: 'bottom-start',
    strategy: 'fixed',
    middleware: [offset(9), flip({ padding: 10 }), shift({ padding: 10 })],
    whileElementsMounted: autoUpdate,
  });
  useLayoutEffect(() => refs.setPositionReference(tagging.anchor), [refs, tagging.anchor]);
  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.contains(event.target) === false) close();
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      close();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('keydown', escape);
    };
  }, []);

  return (
    <div
      ref={(element) => {
        box.current = element;
        refs.setFloating(element);
      }}
      role="dialog"
      aria-label={m('actors.tagTitle', { words })}
      className={css.box}
      style={floatingStyles}
    >
      <div className={css.form}>
        <SegmentedControl
          label={m('actors.mode')}
          choices={[
            { value: 'name', label: m('actors.modeName') },
            { value: 'said', label: m('actors.modeSaid') },
          ]}
          value={mode}
          onChange={setMode}
        />
        {mode === 'name' ? (
          <NameForm tagging={tagging} onDone={close} />
        ) : (
          <SaidForm tagging={tagging} onDone={close} />
        )}
      </div>
    </div>
  );
}
