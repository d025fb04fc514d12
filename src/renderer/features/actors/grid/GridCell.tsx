import { useMessages } from '../../../messages/messages.ts';
import { href } from '../../../state/route.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import type { SaidCell } from './said-grid.ts';
import css from './WhoSaidWhat.module.css';

interface GridCellProps {
  readonly cell: SaidCell;
  readonly articleId: string;
  readonly actorId: string | null;
  readonly mode: 'words' | 'mentions';
  readonly onAccept: () => void;
  readonly onRefuse: () => void;
}

const shownAtMost = 2;

/** What one actor says in one article; where nothing, how often the article names the actor. */
export function GridCell(props: GridCellProps) {
  const { cell, mode, actorId } = props;
  const m = useMessages();
  const { statements, proposals, named } = cell;
  const naming = named > 0 && (
    <span className={css.note}>{m('actors.named', { count: named })}</span>
  );
  if (mode === 'mentions') return naming;
  if (statements.length === 0 && proposals.length === 0) return naming;
  return (
    <>
      {statements.slice(0, shownAtMost).map((statement, i) => (
        <Said key={statement.id} cell={cell} index={i} />
      ))}
      {statements.length > shownAtMost && actorId !== null && (
        <a className={css.note} tabIndex={-1} href={href({ name: 'actor', id: actorId })}>
          {m('actors.andMore', { count: statements.length - shownAtMost })}
        </a>
      )}
      {proposals.length > 0 && <Proposed {...props} />}
    </>
  );
}

function Said({ cell, index }: { readonly cell: SaidCell; readonly index: number }) {
  const m = useMessages();
  const statement = cell.statements[index];
  if (statement === undefined) return null;
  const { articleId, start, end, kind, quote } = statement;
  const repeats = index === 0 ? cell.repeats : null;
  const notes = [
    repeats === 'shortened' ? m('actors.shortened') : null,
    kind === 'direct' ? null : m(`actors.statement.${kind}`),
  ].filter((note) => note !== null);
  return (
    <>
      <a
        className={css.words}
        tabIndex={-1}
        href={href({ name: 'article', id: articleId, start, end })}
      >
        {repeats === 'same' ? (
          <span className={css.note} title={quote}>
            {m('actors.sameWords')}
          </span>
        ) : (
          quote
        )}
      </a>
      {notes.length > 0 && <span className={css.note}>{notes.join(' · ')}</span>}
    </>
  );
}

function Proposed({ cell, articleId, onAccept, onRefuse }: GridCellProps) {
  const m = useMessages();
  const [first, ...others] = cell.proposals;
  if (first === undefined) return null;
  const { start, end, speaker, quote } = first;
  return (
    <div className={css.proposal} data-proposal>
      <a
        className={css.words}
        tabIndex={-1}
        href={href({ name: 'article', id: articleId, start, end })}
      >
        {quote}
      </a>
      <span className={css.question}>{m('said.speaker', { name: speaker.name })}</span>
      <span className={css.answers}>
        <button type="button" tabIndex={-1} className={css.answer} onClick={onAccept}>
          <Kbd>{m('said.enter')}</Kbd> {m('said.accept')}
        </button>
        <button type="button" tabIndex={-1} className={css.answer} onClick={onRefuse}>
          <Kbd>{m('said.n')}</Kbd> {m('said.no')}
        </button>
      </span>
      {others.length > 0 && (
        <span className={css.note}>{m('said.moreProposed', { count: others.length })}</span>
      )}
    </div>
  );
}
