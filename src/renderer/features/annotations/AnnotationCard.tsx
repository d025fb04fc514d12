import { MessageSquareText, Quote, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMessages } from '../../messages/messages.ts';
import { useColourNames } from '../../state/colour-names.ts';
import { editAnnotation, refind, useSelection } from '../../state/selection.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Markdown } from '../../reading/Markdown.tsx';
import { AnnotationEditor, type AnnotationDraft } from './AnnotationEditor.tsx';
import { ClosestPlace, WordsThere } from './Candidates.tsx';
import { CitedIn } from './CitedIn.tsx';
import { TagChip } from './TagChip.tsx';
import { useSpeaker } from './use-speaker.ts';
import css from './AnnotationCard.module.css';

export interface AnnotationCardProps {
  readonly annotation: Annotation;
  readonly current: boolean;
  readonly onChoose: () => void;
  /** The article's title, where the list is of many articles. */
  readonly source?: string;
  /** Shows the words at the place of a moved passage, and the closest place of a lost one. */
  readonly comparing?: boolean;
}

/** One passage: its words, what the person wrote about it, and whether it still holds. */
export function AnnotationCard({
  annotation,
  current,
  onChoose,
  source,
  comparing = false,
}: AnnotationCardProps) {
  const m = useMessages();
  const nameOf = useColourNames();
  const speaker = useSpeaker(annotation);
  const remove = useCommand('annotations.delete');
  const update = useCommand('annotations.update');
  const editing = useSelection((state) => state.editingId === annotation.id);
  const refinding = useSelection((state) => state.refindingId === annotation.id);
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) card.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const { id, quote, comment, tags, colour, status, score, citedIn } = annotation;
  const [refused, setRefused] = useState<AnnotationDraft | null>(null);
  const stopEditing = () => {
    setRefused(null);
    useSelection.setState({ editingId: null });
  };
  /** Closes at once, so that the next key is for the passage; a refusal brings the words back. */
  const save = async (changed: Partial<AnnotationDraft>) => {
    stopEditing();
    if (Object.keys(changed).length === 0) return;
    const isComment = changed.comment !== undefined && changed.comment.trim() !== '';
    const motivation = isComment ? { motivation: 'commenting' as const } : {};
    const saved = await update.run({ id, ...changed, ...motivation });
    if (saved !== undefined) return;
    setRefused({ comment, tags, colour, ...changed });
    editAnnotation(id);
  };
  const removeThis = async () => {
    const done = await remove.run({ id });
    if (done !== undefined) showDone(m, m('annotations.deleted'));
  };
  const keep = async () => {
    const { start, end } = annotation;
    const done = await update.run({ id, start, end });
    if (done !== undefined) showDone(m, m('annotations.kept'));
  };
  return (
    <div
      ref={card}
      className={css.card}
      data-colour={colour}
      data-current={current || undefined}
      data-annotation={id}
    >
      <button
        type="button"
        className={css.choose}
        aria-current={current || undefined}
        onClick={onChoose}
      >
        <span className="visually-hidden">{nameOf(colour)}: </span>
        <q className={css.quote} dir="auto">
          {quote}
        </q>
        {source !== undefined && <span className={css.source}>{source}</span>}
      </button>
      {editing ? (
        <AnnotationEditor
          annotation={annotation}
          draft={refused ?? annotation}
          onCancel={stopEditing}
          onSave={(changed) => void save(changed)}
        />
      ) : (
        comment !== '' && <Markdown source={comment} className={css.comment} />
      )}
      {comparing && status === 'moved' && <WordsThere annotation={annotation} />}
      {comparing && status === 'orphaned' && <ClosestPlace annotation={annotation} />}
      {status !== 'exact' && (
        <div className={css.status}>
          <p>
            {m(refinding ? 'annotations.refinding' : `annotations.status.${status}`)}
            {score !== null && ` ${m('annotations.sure', { score })}.`}
          </p>
          {refinding ? (
            <Button look="link" onClick={() => refind(null)}>
              {m('annotations.cancel')}
            </Button>
          ) : (
            <>
              {status === 'moved' && (
                <Button look="link" onClick={() => void keep()}>
                  {m('annotations.keep')}
                </Button>
              )}
              <Button
                look="link"
                onClick={() => {
                  onChoose();
                  refind(id);
                }}
              >
                {m('annotations.refind')}
              </Button>
            </>
          )}
        </div>
      )}
      <div className={css.foot}>
        {tags.map((tag) => (
          <TagChip key={tag} name={tag} />
        ))}
        {speaker !== null && (
          <span className={css.speaker}>
            <Quote size={12} strokeWidth={1.75} aria-hidden />
            <span className="visually-hidden">{m('annotations.saidBy')} </span>
            {speaker}
          </span>
        )}
        <span className={css.end}>
          <CitedIn annotationId={id} ids={citedIn} />
          {current && !editing && (
            <>
              <IconButton
                icon={MessageSquareText}
                label={m('annotations.edit')}
                aria-keyshortcuts="C"
                onClick={() => editAnnotation(id)}
              />
              <IconButton
                icon={Trash2}
                label={m('annotations.delete')}
                aria-keyshortcuts="Delete"
                onClick={() => void removeThis()}
              />
            </>
          )}
        </span>
      </div>
    </div>
  );
}
