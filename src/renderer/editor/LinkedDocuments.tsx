import { FileText, NotebookPen } from 'lucide-react';
import type { Input } from '../../shared/contract/methods.ts';
import { useMethod } from '../api/use-method.ts';
import { useMessages } from '../messages/messages.ts';
import { href } from '../state/route.ts';
import css from './linked-documents.module.css';

/** The notes and briefings about, linking to, or citing from something; nothing where none do. */
export function LinkedDocuments(to: Input<'notes.list'>) {
  const m = useMessages();
  const { data: notes } = useMethod('notes.list', to);
  const { data: briefings } = useMethod('briefings.list', to);
  const linked = [
    ...(notes?.items ?? []).map(({ id, title }) => ({ id, title, name: 'note' }) as const),
    ...(briefings?.items ?? []).map(({ id, title }) => ({ id, title, name: 'briefing' }) as const),
  ];
  if (linked.length === 0) return null;
  return (
    <nav className={css.linked} aria-label={m('editor.linkedFrom')}>
      {linked.map(({ id, title, name }) => (
        <a key={id} className={css.link} href={href({ name, id })} title={title}>
          {name === 'note' ? (
            <NotebookPen size={14} aria-hidden />
          ) : (
            <FileText size={14} aria-hidden />
          )}
          <span className={css.title}>
            <span className="visually-hidden">{m(`editor.linked.${name}`)} </span>
            {title || m(`annotations.untitled.${name}`)}
          </span>
        </a>
      ))}
    </nav>
  );
}
