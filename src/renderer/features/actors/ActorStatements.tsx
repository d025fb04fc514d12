import { useMethod } from '../../api/use-method.ts';
import { formatIssued } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { navigate } from '../../state/route.ts';
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
            <span className={css.status}>
              {[sourceOf(articleId), m(`actors.statement.${kind}`)]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
