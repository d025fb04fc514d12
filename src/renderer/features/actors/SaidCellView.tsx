import { useMessages } from '../../messages/messages.ts';
import { href } from '../../state/route.ts';
import type { SaidCell } from './said-grid.ts';
import css from './WhoSaidWhat.module.css';

/** What one actor says in one article; where nothing, how often the article names the actor. */
export function SaidCellView({
  cell,
  actorId,
}: {
  readonly cell: SaidCell;
  readonly actorId: string;
}) {
  const m = useMessages();
  const { statements, repeats, named } = cell;
  const [first] = statements;
  if (first === undefined) {
    return named !== null && named > 0 ? (
      <span className={css.note}>{m('actors.named', { count: named })}</span>
    ) : null;
  }
  const { articleId, start, end, kind, quote } = first;
  const notes = [
    repeats === 'shortened' ? m('actors.shortened') : null,
    kind === 'direct' ? null : m(`actors.statement.${kind}`),
  ].filter((note) => note !== null);
  return (
    <>
      <a className={css.words} href={href({ name: 'article', id: articleId, start, end })}>
        {repeats === 'same' ? (
          <span className={css.note} title={quote}>
            {m('actors.sameWords')}
          </span>
        ) : (
          quote
        )}
      </a>
      {notes.length > 0 && <span className={css.note}>{notes.join(' · ')}</span>}
      {statements.length > 1 && (
        <a className={css.note} href={href({ name: 'actor', id: actorId })}>
          {m('actors.andMore', { count: statements.length - 1 })}
        </a>
      )}
    </>
  );
}
