import { Newspaper, Plus, UserRound } from 'lucide-react';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { OpenDocument } from '../../editor/open/OpenDocument.tsx';
import { formatMoment } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { href, navigate } from '../../state/route.ts';
import { useNarrow } from '../../state/use-media.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PaneHeader } from '../../ui/layout/PaneHeader.tsx';
import { classNames } from '../../ui/class-names.ts';
import rows from '../../ui/list/row.module.css';
import { NoteEditor } from './NoteEditor.tsx';
import css from './NotesView.module.css';

export interface NotesViewProps {
  /** The open note; without one, the list of notes. */
  readonly noteId?: string;
}

export function NotesView({ noteId }: NotesViewProps) {
  const m = useMessages();
  const narrow = useNarrow();
  const { data } = useMethod('notes.list', {});
  const create = useCommand('notes.create');
  const newNote = async () => {
    const note = await create.run({});
    if (note !== undefined) navigate({ name: 'note', id: note.id });
  };
  const items = data?.items ?? [];
  const showList = !narrow || noteId === undefined;
  return (
    <section className={css.view} aria-label={m('notes.title')}>
      {showList && (
        <div className={css.listColumn} data-alone={narrow || undefined}>
          <PaneHeader
            title={m('notes.title')}
            count={items.length > 0 ? items.length : undefined}
            level={1}
          >
            <IconButton icon={Plus} label={m('notes.new')} onClick={() => void newNote()} />
          </PaneHeader>
          {data !== undefined && items.length === 0 && (
            <EmptyState action={<Button onClick={() => void newNote()}>{m('notes.new')}</Button>}>
              {m('notes.none')}
            </EmptyState>
          )}
          <ul className={css.list}>
            {items.map(({ id, title, about, words, modified }) => (
              <li key={id}>
                <a
                  className={classNames(rows.row, css.row)}
                  href={href({ name: 'note', id })}
                  aria-current={id === noteId ? 'page' : undefined}
                >
                  <span className={css.title}>{title}</span>
                  <span className={css.meta}>
                    <About {...about} />
                    {m('notes.words', { count: words })} · {formatMoment(modified)}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {noteId === undefined && !narrow && items.length > 0 && (
        <EmptyState>{m('notes.choose')}</EmptyState>
      )}
      {noteId !== undefined && (
        <div className={css.editor} role="region" aria-label={m('notes.note')}>
          <OpenDocument key={noteId} kind="notes" id={noteId}>
            {(opened) => <NoteEditor opened={opened} about={aboutOf(items, noteId)} />}
          </OpenDocument>
        </div>
      )}
    </section>
  );
}

interface AboutProps {
  readonly articleId?: string | undefined;
  readonly actorId?: string | undefined;
}

/** What a note is about, as a sign: the line has no room for the words. */
function About({ articleId, actorId }: AboutProps) {
  const m = useMessages();
  if (articleId === undefined && actorId === undefined) return null;
  const words = m(articleId === undefined ? 'notes.aboutActor' : 'notes.aboutArticle');
  const Icon = articleId === undefined ? UserRound : Newspaper;
  return (
    <span className={css.kind} title={words}>
      <Icon size={12} strokeWidth={1.75} aria-hidden />
      <span className="visually-hidden">{words}, </span>
    </span>
  );
}

type Notes = readonly { readonly id: string; readonly about: AboutProps }[];

const aboutOf = (items: Notes, noteId: string) =>
  items.find(({ id }) => id === noteId)?.about ?? {};
