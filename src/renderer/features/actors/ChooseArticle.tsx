import { useState } from 'react';
import { useArticleOptions } from '../../api/use-article-options.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { ChooseOne } from './ChooseOne.tsx';

interface ChooseArticleProps {
  readonly actorId: string;
  /** The name that is to count in one article only. */
  readonly name: string;
  readonly onChoose: (article: { readonly id: string; readonly title: string }) => void;
  readonly onClose: () => void;
}

const mostOffered = 12;

/** Asks for the one article in which a name counts: those that name the actor, or any by its title. */
export function ChooseArticle({ actorId, name, onChoose, onClose }: ChooseArticleProps) {
  const m = useMessages();
  const [typed, setTyped] = useState('');
  const mentions = useMethod('mentions.list', { actorId }).data?.items ?? [];
  const naming = [...new Set(mentions.map(({ articleId }) => articleId))].slice(0, mostOffered);
  const articles = useMethod(
    'articles.list',
    { ids: naming, limit: mostOffered },
    { enabled: naming.length > 0, keepPrevious: true },
  ).data?.items;
  const found = useArticleOptions(typed);
  const options =
    typed.trim() !== ''
      ? found
      : (articles ?? []).map((article) => ({
          id: article.id,
          label: article.title,
          detail: article['container-title'],
        }));
  return (
    <ChooseOne
      title={m('actors.scopeTitle', { name })}
      label={m('actors.chooseArticle')}
      typed={typed}
      onTyped={setTyped}
      options={options}
      consequence={({ label }) => m('actors.scopeDetail', { name, title: label })}
      verb={m('actors.scopeDo')}
      onChoose={({ id, label }) => onChoose({ id, title: label })}
      onClose={onClose}
    />
  );
}
