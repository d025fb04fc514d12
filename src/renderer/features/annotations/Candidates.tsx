import type { Annotation } from '../../../shared/model/annotation.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import css from './Candidates.module.css';

/** The place of the text closest to a passage that was lost: offered, never taken by itself. */
export function ClosestPlace({ annotation }: { readonly annotation: Annotation }) {
  const m = useMessages();
  const { id } = annotation;
  const { data } = useMethod('annotations.candidates', { id, limit: 1 });
  const update = useCommand('annotations.update');
  if (data === undefined) return null;
  const [closest] = data.items;
  if (closest === undefined) return <p className={css.none}>{m('annotations.noCandidate')}</p>;
  const { start, end, text, words, around } = closest;
  const put = async () => {
    const done = await update.run({ id, start, end });
    if (done !== undefined) showDone(m, m('annotations.kept'));
  };
  return (
    <div className={css.place}>
      <p className={css.label}>
        {words === 1 ? m('annotations.closestSame') : m('annotations.closest', { words })}
        {around !== null && m('annotations.closestAround', { around })}
      </p>
      <q className={css.words}>{text}</q>
      <Button look="link" onClick={() => void put()}>
        {m('annotations.putThere')}
      </Button>
    </div>
  );
}

/** The words that stand now where a passage that moved was found. */
export function WordsThere({ annotation }: { readonly annotation: Annotation }) {
  const m = useMessages();
  const { articleId, start, end, quote } = annotation;
  const { data } = useMethod('articles.get', { id: articleId });
  const there = data?.text.slice(start, end);
  if (there === undefined || there === quote) return null;
  return (
    <div className={css.place}>
      <p className={css.label}>{m('annotations.now')}</p>
      <q className={css.words}>{there}</q>
    </div>
  );
}
