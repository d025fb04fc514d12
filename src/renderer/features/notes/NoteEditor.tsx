import { ArrowLeft, FilePlus2, Trash2 } from 'lucide-react';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useEffect, useRef } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { EditorToolbar } from '../../editor/EditorToolbar.tsx';
import type { OpenedDocument } from '../../editor/open/opened-document.ts';
import { OutlineMenu } from '../../editor/OutlineMenu.tsx';
import { LinkedDocuments } from '../../editor/LinkedDocuments.tsx';
import { Page } from '../../editor/Page.tsx';
import { TitleField } from '../../editor/TitleField.tsx';
import { FindReplace } from '../../editor/find/FindReplace.tsx';
import { LinkTypeahead } from '../../editor/typeahead/LinkTypeahead.tsx';
import { ConflictLine } from '../../editor/conflict/ConflictLine.tsx';
import { SaveLine } from '../../editor/SaveLine.tsx';
import { useWordCount } from '../../editor/use-word-count.ts';
import { VersionsButton } from '../../editor/versions/VersionsButton.tsx';
import { useMessages } from '../../messages/messages.ts';
import { href, navigate } from '../../state/route.ts';
import { showDone } from '../../state/undo.ts';
import { useNarrow } from '../../state/use-media.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import css from './NotesView.module.css';

export interface NoteEditorProps {
  readonly opened: OpenedDocument;
  readonly about: {
    readonly articleId?: string | undefined;
    readonly actorId?: string | undefined;
  };
}

export function NoteEditor({ opened, about }: NoteEditorProps) {
  const m = useMessages();
  const narrow = useNarrow();
  const page = useRef<HTMLDivElement>(null);
  const remove = useCommand('notes.delete');
  const begin = useCommand('briefings.create');
  const words = useWordCount(opened.read.text);
  const { id, title, setTitle, read, sources, saves, retry, save } = opened;
  const [editor] = useLexicalComposerContext();
  const startsEmpty = useRef(read.text === '');
  useEffect(() => {
    if (startsEmpty.current) editor.focus();
  }, [editor]);
  const makeBriefing = async () => {
    await save();
    const made = await begin.run({ noteId: id });
    if (made === undefined) return;
    navigate({ name: 'briefing', id: made.id });
    showDone(m, m('notes.madeBriefing', { title }));
  };
  const deleteNote = async () => {
    await save();
    // A note that is gone must not be open any more: its page would ask for it.
    navigate({ name: 'notes' });
    if ((await remove.run({ id })) === undefined) return;
    showDone(m, m('notes.deleted', { title }));
  };
  return (
    <>
      <EditorToolbar
        leading={
          narrow && (
            <IconButton
              icon={ArrowLeft}
              label={m('notes.all')}
              onClick={() => navigate({ name: 'notes' })}
            />
          )
        }
      >
        <OutlineMenu read={read} />
        <VersionsButton {...opened} />
        <span className={css.words}>{m('editor.words', { count: words })}</span>
        <SaveLine saves={saves} retry={retry} />
        <IconButton
          icon={FilePlus2}
          label={m('notes.toBriefing')}
          onClick={() => void makeBriefing()}
        />
        <IconButton icon={Trash2} label={m('notes.delete')} onClick={() => void deleteNote()} />
      </EditorToolbar>
      <ConflictLine {...opened} />
      <FindReplace read={read} />
      <div className={css.scroll}>
        <div className={css.sheet}>
          <TitleField
            className={css.titleField}
            label={m('notes.titleField')}
            title={title}
            onTitle={setTitle}
          />
          <p className={css.about}>
            <About {...about} />
          </p>
          <LinkedDocuments documentId={id} />
          <div ref={page} className={css.page}>
            {read.text === '' && read.blocks.length <= 1 && (
              <p className={css.prompt} aria-hidden>
                {m('notes.prompt')}
              </p>
            )}
            <Page label={m('notes.text')} />
          </div>
        </div>
        <LinkTypeahead id={id} sources={sources} />
      </div>
    </>
  );
}

function About({ articleId, actorId }: NoteEditorProps['about']) {
  const m = useMessages();
  if (articleId !== undefined) {
    return <a href={href({ name: 'article', id: articleId })}>{m('notes.openArticle')}</a>;
  }
  if (actorId !== undefined) {
    return <a href={href({ name: 'actor', id: actorId })}>{m('notes.openActor')}</a>;
  }
  return m('notes.aboutStory');
}
