import { CopyPlus, GitBranch, Highlighter, RadioTower } from 'lucide-react';
import type { ArticleSummary } from '../../../shared/model/article.ts';
import { formatIssued } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { href } from '../../state/route.ts';
import type { RowProps } from '../../ui/list/VirtualList.tsx';
import { classNames } from '../../ui/class-names.ts';
import rows from '../../ui/list/row.module.css';
import css from './ArticleRow.module.css';
import { ChooseBox } from './ChooseBox.tsx';

export interface ArticleRowProps {
  readonly article: ArticleSummary;
  readonly current: boolean;
  /** One line of the title instead of two. */
  readonly compact: boolean;
  readonly row: RowProps;
  /** One of several that something can be done with. */
  readonly chosen: boolean;
  /** Chosen as well or no longer; with Shift, up to this one. */
  readonly onChoose: (withShift: boolean) => void;
}

/**
 * One article of the list: outlet, origin, date and marks over its title. A link, as the open one is
 * a place to come back to; that it is chosen is said in its name, and by a box for the mouse.
 */
export function ArticleRow({ article, current, compact, row, chosen, onChoose }: ArticleRowProps) {
  const m = useMessages();
  const lang = article.language ?? undefined;
  const issued = formatIssued(article.issued) ?? m('library.noDate');
  const leads = m('library.leads', { count: article.shadows });
  return (
    <>
      <a
        {...row}
        className={classNames(rows.row, css.row)}
        href={href({ name: 'article', id: article.id })}
        aria-current={current ? 'true' : undefined}
        data-compact={compact || undefined}
        data-chosen={chosen || undefined}
      >
        {chosen && <span className="visually-hidden">{m('library.isChosen')}</span>}
        <span className={css.meta}>
          {!article.read && (
            <span className={css.unread}>
              <span className="visually-hidden">{m('library.isUnread')}</span>
            </span>
          )}
          <span
            className={css.outlet}
            dir="auto"
            lang={lang}
            data-unknown={article['container-title'] === null || undefined}
          >
            {article['container-title'] ?? m('library.noOutlet')}
          </span>
          {article.origin !== null && (
            <span className={css.icon} title={m('library.origin', { name: article.origin })}>
              <RadioTower size={12} strokeWidth={1.75} aria-hidden />
              <span className="visually-hidden">
                {m('library.origin', { name: article.origin })}
              </span>
            </span>
          )}
          {article.shadows > 0 && (
            <span className={css.icon} title={leads}>
              <GitBranch size={12} strokeWidth={1.75} aria-hidden />
              <span className="visually-hidden">{leads}</span>
            </span>
          )}
          {article.shadowOf !== null && (
            <span className={css.icon} title={m('library.shadow')}>
              <CopyPlus size={12} strokeWidth={1.75} aria-hidden />
              <span className="visually-hidden">{m('library.shadow')}</span>
            </span>
          )}
          <span className={css.date}>{issued}</span>
          {article.annotations > 0 && (
            <span className={css.marks}>
              <Highlighter size={12} strokeWidth={1.75} aria-hidden />
              <span aria-hidden>{article.annotations}</span>
              <span className="visually-hidden">
                {m('library.marks', { count: article.annotations })}
              </span>
            </span>
          )}
        </span>
        <span className={css.title} dir="auto" lang={lang} title={article.title}>
          {article.title}
        </span>
      </a>
      <ChooseBox
        ofRow
        className={css.choose}
        title={article.title}
        chosen={chosen}
        onChoose={onChoose}
      />
    </>
  );
}
