import { useState } from 'react';
import { useMessages } from '../../messages/messages.ts';
import { tagActor, useSelection, type Tagging } from '../../state/selection.ts';
import { FloatingBox } from '../../ui/FloatingBox.tsx';
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
  return (
    <FloatingBox label={m('actors.tagTitle', { words })} anchor={tagging.anchor} onClose={close}>
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
    </FloatingBox>
  );
}
