import { Check } from 'lucide-react';
import { formatIssued } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { useColourNames } from '../../state/colour-names.ts';
import type { RowProps } from '../../ui/list/VirtualList.tsx';
import { Markdown } from '../../reading/Markdown.tsx';
import { classNames } from '../../ui/class-names.ts';
import rows from '../../ui/list/row.module.css';
import { useRow } from './annotation-view.ts';
import css from './PassageRow.module.css';
import { TagChip } from './TagChip.tsx';

/** Two lines of the passage, or one and one of the comment, and one of its source, in CSS px. */
export const passageRowHeight = 78;

export interface PassageRowProps {
  readonly index: number;
  readonly total: number;
  readonly row: RowProps;
  readonly chosen: boolean;
}

/**
 * One passage of the library: its words, what was written about them, where they stand. Its keys
 * and clicks are the list's.
 */
export function PassageRow({ index, total, row, chosen }: PassageRowProps) {
  const m = useMessages();
  const nameOf = useColourNames();
  const { annotation, article } = useRow(index);
  const issued = article === undefined ? null : formatIssued(article.issued, 'short');
  return (
    <div
      {...row}
      role="option"
      aria-selected={chosen}
      aria-setsize={total}
      aria-posinset={index + 1}
      className={classNames(rows.row, css.row)}
      data-colour={annotation?.colour}
    >
      <span className={css.box} data-box aria-hidden>
        {chosen && <Check size={12} strokeWidth={3} />}
      </span>
      {annotation !== undefined && (
        <div className={css.words}>
          <span className="visually-hidden">{nameOf(annotation.colour)}: </span>
          <q className={css.quote} data-commented={annotation.comment !== '' || undefined}>
            {annotation.quote}
          </q>
          {annotation.comment !== '' && (
            <Markdown source={annotation.comment} className={css.comment} />
          )}
          <p className={css.meta}>
            {annotation.status !== 'exact' && (
              <span className={css.doubt}>{m(`annotations.state.${annotation.status}`)}</span>
            )}
            <span className={css.source}>
              {[article?.['container-title'], issued, article?.title].filter(Boolean).join(' · ')}
            </span>
            {annotation.tags.map((tag) => (
              <TagChip key={tag} name={tag} />
            ))}
            {annotation.citedIn.length > 0 && (
              <span className={css.cited}>
                {m('annotations.citedIn', { count: annotation.citedIn.length })}
              </span>
            )}
          </p>
        </div>
      )}
    </div>
  );
}
