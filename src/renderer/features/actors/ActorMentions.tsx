import { Check, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Mention } from '../../../shared/model/actor.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { navigate } from '../../state/route.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import css from './ActorPage.module.css';

const articlesAtFirst = 12;
/** Characters of context on either side of a mention. */
const contextLength = 60;
const none: readonly Mention[] = [];

/** Every mention of an actor, article by article, in its words. */
export function ActorMentions({ actorId }: { readonly actorId: string }) {
  const m = useMessages();
  const mentions = useMethod('mentions.list', { actorId }).data?.items ?? none;
  const [shown, setShown] = useState(articlesAtFirst);
  const groups = useMemo(
    () => [...Map.groupBy(mentions, ({ articleId }) => articleId)],
    [mentions],
  );
  return (
    <section className={css.section}>
      <h2 className={css.label}>{m('actors.mentionsTitle')}</h2>
      {groups.slice(0, shown).map(([articleId, inArticle]) => (
        <ArticleMentions key={articleId} articleId={articleId} mentions={inArticle} />
      ))}
      {groups.length > shown && (
        <Button className={css.more} onClick={() => setShown(shown + articlesAtFirst)}>
          {m('actors.showMore', { count: groups.length - shown })}
        </Button>
      )}
    </section>
  );
}

interface ArticleMentionsProps {
  readonly articleId: string;
  readonly mentions: readonly Mention[];
}

function ArticleMentions({ articleId, mentions }: ArticleMentionsProps) {
  const m = useMessages();
  const { data: article } = useMethod('articles.get', { id: articleId });
  const decide = useCommand('mentions.update');
  if (article === undefined) return null;
  const context = ({ start, end }: Mention) => {
    const clean = (text: string) => text.replace(/\s+/g, ' ');
    return {
      before: clean(article.text.slice(Math.max(0, start - contextLength), start)),
      after: clean(article.text.slice(end, end + contextLength)),
    };
  };
  return (
    <>
      <h3 className={css.article}>{article.title}</h3>
      <ul>
        {mentions.map((mention) => {
          const { start, end, text, status } = mention;
          const { before, after } = context(mention);
          const set = (next: 'confirmed' | 'rejected') =>
            void decide.run({ actorId: mention.actorId, articleId, start, end, status: next });
          return (
            <li key={start} className={css.mention}>
              <button
                type="button"
                className={css.context}
                lang={article.language ?? undefined}
                onClick={() => navigate({ name: 'article', id: articleId, start, end })}
              >
                …{before}
                <mark>{text}</mark>
                {after}…
              </button>
              <span className={css.status} data-status={status}>
                {m(`actors.status.${status}`)}
              </span>
              {status !== 'confirmed' && (
                <IconButton
                  icon={Check}
                  label={m('actors.confirm')}
                  onClick={() => set('confirmed')}
                />
              )}
              {status !== 'rejected' && (
                <IconButton icon={X} label={m('actors.reject')} onClick={() => set('rejected')} />
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
