import { useMethod } from '../../api/use-method.ts';
import { useCommand } from '../../api/use-command.ts';
import { formatIssued } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import css from './Trash.module.css';

const shown = 1000;

/** Deleted articles, and the way back for each. */
export function Trash() {
  const m = useMessages();
  const { data } = useMethod('articles.list', { trashed: true, limit: shown });
  const { run: restore } = useCommand('articles.restore');
  if (data === undefined) return null;
  if (data.total === 0) return <EmptyState>{m('library.trashEmpty')}</EmptyState>;
  const bringBack = async (id: string, title: string) => {
    if ((await restore({ id })) !== undefined) showDone(m, m('library.restored', { title }));
  };
  return (
    <section className={css.trash} aria-labelledby="trash-title">
      <h1 id="trash-title" className={css.title}>
        {m('library.trash')}
      </h1>
      <p className={css.hint}>
        {m('library.trashCount', { count: data.total })} {m('library.trashHint')}
      </p>
      <ul aria-label={m('library.trash')}>
        {data.items.map((article) => (
          <li key={article.id} className={css.row}>
            <span className={css.article}>
              <span className={css.name} lang={article.language ?? undefined}>
                {article.title}
              </span>
              <span className={css.meta}>
                {article['container-title'] ?? m('library.noOutlet')},{' '}
                {formatIssued(article.issued) ?? m('library.noDate')}
              </span>
            </span>
            <Button onClick={() => void bringBack(article.id, article.title)}>
              {m('library.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
