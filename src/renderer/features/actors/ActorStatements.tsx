import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { navigate } from '../../state/route.ts';
import css from './ActorPage.module.css';

/** What an actor is recorded to have said, each a click from its place. */
export function ActorStatements({ actorId }: { readonly actorId: string }) {
  const m = useMessages();
  const { data } = useMethod('statements.list', { actorId });
  const said = data?.items.filter(({ speaker }) => speaker === actorId) ?? [];
  return (
    <section className={css.section}>
      <h2 className={css.label}>{m('actors.statements')}</h2>
      {said.length === 0 && <p className={css.empty}>{m('actors.noStatements')}</p>}
      <ul>
        {said.map(({ id, articleId, start, end, quote, kind }) => (
          <li key={id} className={css.statement}>
            <button
              type="button"
              className={css.context}
              onClick={() => navigate({ name: 'article', id: articleId, start, end })}
            >
              {quote}
            </button>
            <span className={css.status}>{m(`actors.statement.${kind}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
