import { X } from 'lucide-react';
import { statementKinds } from '../../../shared/model/actor.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { formatIssued } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { navigate } from '../../state/route.ts';
import { showDone } from '../../state/undo.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import css from './ActorPage.module.css';

const mostArticles = 1000;

/** What an actor is recorded to have said, each a click from its place. */
export function ActorStatements({ actorId }: { readonly actorId: string }) {
  const m = useMessages();
  const { data } = useMethod('statements.list', { actorId });
  const said = data?.items.filter(({ speaker }) => speaker === actorId) ?? [];
  const ids = [...new Set(said.map(({ articleId }) => articleId))].slice(0, mostArticles);
  const articles = useMethod(
    'articles.list',
    { ids, limit: mostArticles },
    { enabled: ids.length > 0 },
  ).data?.items;
  const update = useCommand('statements.update');
  const remove = useCommand('statements.delete');
  const take = async (id: string) => {
    const done = await remove.run({ id });
    if (done !== undefined) showDone(m, m('actors.statementRemoved'));
  };
  const sourceOf = (id: string) => {
    const article = articles?.find((one) => one.id === id);
    if (article === undefined) return null;
    const outlet = article['container-title'] ?? m('actors.outletUnknown');
    return `${outlet}, ${formatIssued(article.issued) ?? m('actors.noDate')}`;
  };
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
            <span className={css.status}>{sourceOf(articleId)}</span>
            <select
              className={css.kind}
              aria-label={m('actors.statementKind')}
              value={kind}
              onChange={(event) =>
                void update.run({
                  id,
                  kind: statementKinds.find((one) => one === event.target.value) ?? kind,
                })
              }
            >
              {statementKinds.map((value) => (
                <option key={value} value={value}>
                  {m(`actors.statement.${value}`)}
                </option>
              ))}
            </select>
            <IconButton
              icon={X}
              label={m('actors.removeStatement')}
              onClick={() => void take(id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
