import { useMessages } from '../../messages/messages.ts';

export interface NotesViewProps {
  /** The open note; without one, the list of notes. */
  readonly noteId?: string;
}

export function NotesView({ noteId }: NotesViewProps) {
  const m = useMessages();
  return <section aria-label={m('notes.title')} data-note={noteId} />;
}
