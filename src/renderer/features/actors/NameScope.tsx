import { useState } from 'react';
import type { ActorName, NameScope as Scope } from '../../../shared/model/actor.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { Select } from '../../ui/Select.tsx';
import { ChooseArticle } from './ChooseArticle.tsx';
import css from './ActorSection.module.css';

interface NameScopeProps {
  readonly actorId: string;
  readonly item: ActorName;
  readonly onChange: (scope: Scope) => void;
}

/** Where a name counts: in all articles, in none, or in one that is asked for. */
export function NameScope({ actorId, item: { name, scope }, onChange }: NameScopeProps) {
  const m = useMessages();
  const [choosing, setChoosing] = useState(false);
  const articleId = typeof scope === 'object' ? scope.articleId : undefined;
  const article = useMethod(
    'articles.list',
    { ids: [articleId ?? ''] },
    { enabled: articleId !== undefined },
  ).data?.items[0];
  return (
    <span className={css.scope}>
      <Select
        aria-label={m('actors.scopeOf', { words: name })}
        value={articleId === undefined ? (scope as 'everywhere' | 'never') : 'article'}
        title={article?.title}
        options={[
          { value: 'everywhere', label: m('actors.scope.everywhere') },
          ...(articleId === undefined
            ? []
            : [
                {
                  value: 'article',
                  label: m('actors.scopeOnlyIn', { title: article?.title ?? '…' }),
                } as const,
              ]),
          { value: 'never', label: m('actors.scope.never') },
          { value: 'other', label: m('actors.scopeChoose') },
        ]}
        onChange={(chosen) => {
          if (chosen === 'other') setChoosing(true);
          else if (chosen !== 'article') onChange(chosen);
        }}
      />
      {choosing && (
        <ChooseArticle
          actorId={actorId}
          name={name}
          onChoose={({ id }) => {
            setChoosing(false);
            onChange({ articleId: id });
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </span>
  );
}
