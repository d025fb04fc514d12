import { useState } from 'react';
import type { Output } from '../../../shared/contract/methods.ts';
import { useArticleOptions } from '../../api/use-article-options.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMessages } from '../../messages/messages.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import css from './LostPassages.module.css';

type Waiting = Output<'annotations.waiting'>['items'][number];

/** Imported annotations by the text they wait for, and the ways to give them one. */
export function WaitingAnnotations({ items }: { readonly items: readonly Waiting[] }) {
  const m = useMessages();
  if (items.length === 0) return null;
  return (
    <section className={css.part} aria-label={m('annotations.waitingTitle')}>
      <header className={css.partHeader}>
        <h2 className={css.partTitle}>{m('annotations.waitingTitle')}</h2>
        <span className={css.count}>{items.length}</span>
      </header>
      <p className={css.hint}>{m('annotations.waitingHint')}</p>
      <ul>
        {items.map((item) => (
          <li key={item.target}>
            <WaitingItem item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function WaitingItem({ item }: { readonly item: Waiting }) {
  const m = useMessages();
  const place = useCommand('annotations.placeWaiting');
  const dismiss = useCommand('annotations.dismissWaiting');
  const [choosing, setChoosing] = useState(false);
  const { target, title, annotations, quotes, articleId } = item;
  const placeIn = async (chosen?: string) => {
    setChoosing(false);
    const done = await place.run({
      target,
      ...(chosen === undefined ? {} : { articleId: chosen }),
    });
    if (done === undefined) return;
    showDone(m, m('annotations.placedWaiting', { count: done.imported.length }));
  };
  const giveUp = async () => {
    if ((await dismiss.run({ target })) !== undefined) {
      showDone(m, m('annotations.dismissedWaiting'));
    }
  };
  return (
    <div className={css.waiting}>
      <strong>{title}</strong>
      <p className={css.meta}>
        {m('annotations.waitingCount', { count: annotations })}
        {title !== target && ` · ${target}`}
      </p>
      {quotes[0] !== undefined && <q className={css.quote}>{quotes[0]}</q>}
      {articleId !== null && <p className={css.here}>{m('annotations.textIsHere')}</p>}
      <div className={css.buttons}>
        {articleId !== null && (
          <Button pending={place.pending} onClick={() => void placeIn()}>
            {m('annotations.placeWaiting')}
          </Button>
        )}
        <Button look="link" onClick={() => setChoosing(true)}>
          {m('annotations.placeIn')}
        </Button>
        <Button look="link" onClick={() => void giveUp()}>
          {m('annotations.dismissWaiting')}
        </Button>
      </div>
      {choosing && (
        <ArticleDialog onChoose={(id) => void placeIn(id)} onClose={() => setChoosing(false)} />
      )}
    </div>
  );
}

interface ArticleDialogProps {
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

function ArticleDialog({ onChoose, onClose }: ArticleDialogProps) {
  const m = useMessages();
  const [typed, setTyped] = useState('');
  const options = useArticleOptions(typed);
  return (
    <Dialog
      title={m('annotations.placeIn')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{m('ui.cancel')}</Button>}
    >
      <Combobox
        label={m('annotations.chooseArticle')}
        first
        strict
        value={typed}
        onValue={setTyped}
        options={options}
        onChoose={({ id }) => onChoose(id)}
      />
    </Dialog>
  );
}
