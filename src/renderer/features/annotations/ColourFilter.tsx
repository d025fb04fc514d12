import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { Colour } from '../../../shared/model/annotation.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Swatch } from '../../ui/Swatch.tsx';
import pane from '../../ui/layout/side-pane.module.css';
import { narrow, useAnnotationView } from './annotation-view.ts';
import css from './NarrowDown.module.css';

/** The colours with what they mean: one narrows the list, the pencil changes its meaning. */
export function ColourFilter() {
  const m = useMessages();
  const items = useMethod('colours.list', {}).data?.items ?? [];
  const chosen = useAnnotationView(({ filter }) => filter.colour);
  const [changing, setChanging] = useState<Colour | null>(null);
  return (
    <section className={pane.group} aria-labelledby="narrow-colours">
      <h3 id="narrow-colours" className={pane.legend}>
        {m('annotations.colours')}
      </h3>
      <ul>
        {items.map(({ colour, meaning, annotations }) => (
          <li
            key={colour}
            className={css.row}
            data-colour={colour}
            data-current={colour === chosen || undefined}
          >
            <button
              type="button"
              className={css.pick}
              aria-pressed={colour === chosen}
              onClick={() => narrow({ colour: colour === chosen ? undefined : colour })}
            >
              <Swatch />
              <span className={css.label}>{meaning ?? m(`ui.colour.${colour}`)}</span>
              <span className={css.number}>{annotations}</span>
            </button>
            <IconButton
              icon={Pencil}
              label={m('annotations.changeMeaning', { colour: m(`ui.colour.${colour}`) })}
              onClick={() => setChanging(colour)}
            />
          </li>
        ))}
      </ul>
      {changing !== null && (
        <MeaningDialog
          colour={changing}
          meaning={items.find(({ colour }) => colour === changing)?.meaning ?? ''}
          onClose={() => setChanging(null)}
        />
      )}
    </section>
  );
}

interface MeaningDialogProps {
  readonly colour: Colour;
  readonly meaning: string;
  readonly onClose: () => void;
}

function MeaningDialog({ colour, meaning, onClose }: MeaningDialogProps) {
  const m = useMessages();
  const update = useCommand('colours.update');
  const [words, setWords] = useState(meaning);
  const save = async () => {
    if ((await update.run({ colour, meaning: words })) === undefined) return;
    onClose();
    showDone(m, m('annotations.meaningDone'));
  };
  return (
    <Dialog
      title={m('annotations.meaningTitle', { colour: m(`ui.colour.${colour}`) })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{m('ui.cancel')}</Button>
          <Button look="primary" pending={update.pending} onClick={() => void save()}>
            {m('annotations.save')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field
          label={m('annotations.meaning')}
          hint={m('annotations.meaningHint')}
          data-autofocus
          maxLength={60}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
