import { FileText, NotebookPen, UserRound } from 'lucide-react';
import type { SearchItem, SearchKind } from '../../../shared/model/search.ts';
import { formatIssued } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { currentRoute, href, type Route } from '../../state/route.ts';
import { selectAnnotation } from '../../state/selection.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Marked } from './Marked.tsx';
import css from './Result.module.css';
import { rememberSearch } from './remember.ts';
import { pressInResults } from './results-focus.ts';

const icons = { notes: NotebookPen, briefings: FileText, actors: UserRound } as const;

/** The date at the end of a detail, as people write it. */
const withDate = (detail: string): string =>
  detail.replace(/(?:\d{4}|XXXX)(?:-\d{2}){0,2}$/, (issued) => formatIssued(issued));

/** Where a result leads: to its words where it has them, else to the thing itself. */
function routeOf(kind: SearchKind, item: SearchItem): Route {
  const place = item.end > item.start ? { start: item.start, end: item.end } : {};
  switch (kind) {
    case 'articles':
      return { name: 'article', id: item.id, ...place };
    case 'annotations':
      return { name: 'article', id: item.articleId ?? item.id, ...place };
    case 'notes':
      return { name: 'note', id: item.id, ...place };
    case 'briefings':
      return { name: 'briefing', id: item.id, ...place };
    case 'actors':
      return { name: 'actor', id: item.id };
  }
}

export interface ResultProps {
  readonly kind: SearchKind;
  readonly item: SearchItem;
  /** The one that Enter in the search box opens. */
  readonly first?: boolean;
}

export function Result({ kind, item, first = false }: ResultProps) {
  const m = useMessages();
  const Icon = kind === 'articles' || kind === 'annotations' ? null : icons[kind];
  return (
    <a
      className={css.result}
      data-result
      data-kind={kind}
      data-first={first || undefined}
      href={href(routeOf(kind, item))}
      onKeyDown={pressInResults}
      onClick={() => {
        const route = currentRoute();
        if (route.name === 'search') rememberSearch(route.q);
        if (kind === 'annotations') selectAnnotation(item.id);
      }}
    >
      <span className={css.head}>
        {Icon !== null && <Icon size={16} strokeWidth={1.75} aria-hidden className={css.icon} />}
        <span className={css.title}>
          <Marked text={item.title || m('search.untitled')} hits={item.titleHits ?? []} />
        </span>
        {item.detail !== undefined && <span className={css.detail}>{withDate(item.detail)}</span>}
        {kind === 'articles' && (
          <span className={css.hint} aria-hidden>
            <Kbd>Enter</Kbd> {m('search.openAtWord')}
          </span>
        )}
      </span>
      {item.snippet.text !== '' && (
        <span className={css.snippet}>
          <Marked {...item.snippet} />
        </span>
      )}
      {item.tags !== undefined && (
        <span className={css.tags} role="group" aria-label={m('search.tags')}>
          {item.tags.map((tag) => (
            <Tag key={tag.text}>
              <Marked {...tag} />
            </Tag>
          ))}
        </span>
      )}
    </a>
  );
}
