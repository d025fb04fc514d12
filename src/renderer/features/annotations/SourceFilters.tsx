import { X } from 'lucide-react';
import { useState } from 'react';
import { foldString } from '../../../shared/text/fold.ts';
import { useArticleOptions } from '../../api/use-article-options.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { Combobox, type ComboboxOption } from '../../ui/Combobox.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import pane from '../../ui/layout/side-pane.module.css';
import { narrow, useAnnotationView } from './annotation-view.ts';
import css from './NarrowDown.module.css';

const mostOffered = 8;

interface ChosenOneProps {
  readonly label: string;
  /** What is chosen, or null. */
  readonly chosen: string | null;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly options: readonly ComboboxOption[];
  readonly onChoose: (id: string | undefined) => void;
}

/** A field to find one thing by its name; once chosen, its name and a way to let it go. */
function ChosenOne({ label, chosen, typed, onTyped, options, onChoose }: ChosenOneProps) {
  const m = useMessages();
  return (
    <section className={pane.group} aria-label={label}>
      {chosen === null ? (
        <Combobox
          label={label}
          placeholder={m('annotations.anyOne')}
          value={typed}
          strict
          onValue={onTyped}
          options={typed.trim() === '' ? [] : options}
          onChoose={({ id }) => {
            onTyped('');
            onChoose(id);
          }}
        />
      ) : (
        <>
          <h3 className={pane.legend}>{label}</h3>
          <div className={css.row} data-current>
            <span className={css.pick}>
              <span className={css.label}>{chosen}</span>
            </span>
            <IconButton
              icon={X}
              label={m('annotations.letGoOf', { name: chosen })}
              onClick={() => onChoose(undefined)}
            />
          </div>
        </>
      )}
    </section>
  );
}

/** Only passages of one article. */
export function ArticleFilter() {
  const m = useMessages();
  const [typed, setTyped] = useState('');
  const chosen = useAnnotationView(({ filter }) => filter.articleId);
  const options = useArticleOptions(typed);
  const article = useMethod(
    'articles.list',
    { ids: [chosen ?? ''] },
    { enabled: chosen !== undefined },
  ).data?.items[0];
  return (
    <ChosenOne
      label={m('annotations.article')}
      chosen={chosen === undefined ? null : (article?.title ?? '')}
      typed={typed}
      onTyped={setTyped}
      options={options}
      onChoose={(articleId) => narrow({ articleId })}
    />
  );
}

/** Only passages that name an actor, or that it said. */
export function ActorFilter() {
  const m = useMessages();
  const [typed, setTyped] = useState('');
  const chosen = useAnnotationView(({ filter }) => filter.actorId);
  const actors =
    useMethod('actors.list', {}, { enabled: typed !== '' || chosen !== undefined }).data?.items ??
    [];
  const words = foldString(typed).split(/\s+/u).filter(Boolean);
  const found = actors.filter(({ name, names }) =>
    [name, ...names.map((other) => other.name)].some((each) =>
      words.every((word) => foldString(each).includes(word)),
    ),
  );
  return (
    <ChosenOne
      label={m('annotations.actor')}
      chosen={chosen === undefined ? null : (actors.find(({ id }) => id === chosen)?.name ?? '')}
      typed={typed}
      onTyped={setTyped}
      options={found.slice(0, mostOffered).map(({ id, name }) => ({ id, label: name }))}
      onChoose={(actorId) => narrow({ actorId })}
    />
  );
}
