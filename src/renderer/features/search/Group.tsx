import { useEffect, useId, useRef, useState } from 'react';
import type { SearchKind, SearchResult } from '../../../shared/model/search.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { listFound } from '../../state/list-view.ts';
import { navigate } from '../../state/route.ts';
import { Button } from '../../ui/Button.tsx';
import css from './Group.module.css';
import { Result } from './Result.tsx';
import { pressInResults } from './results-focus.ts';
import { useSearchSort } from './use-search.ts';

const pageSize = 50;

interface PageProps {
  readonly q: string;
  readonly kind: SearchKind;
  readonly cursor: string;
  readonly left: number;
  /** The pages before it are of an answer that ranked all matches. */
  readonly thorough: boolean;
}

/** The results after a cursor, and after them the next page when it is asked for. */
function Page({ q, kind, cursor, left, thorough }: PageProps) {
  const sort = useSearchSort((state) => state.sort);
  const { data } = useMethod('search.query', {
    q,
    in: kind,
    sort,
    limit: pageSize,
    cursor,
    typing: true,
    thorough,
  });
  const group = data?.groups.find((found) => found.kind === kind);
  const first = useRef<HTMLLIElement>(null);
  const isThere = group !== undefined;
  useEffect(() => {
    // The button that asked for this page is gone, and the focus with it.
    if (isThere && document.activeElement === document.body) {
      first.current?.querySelector('a')?.focus();
    }
  }, [isThere]);
  if (group === undefined) return null;
  return (
    <>
      {group.items.map((item, index) => (
        <li key={item.id} ref={index === 0 ? first : undefined}>
          <Result kind={kind} item={item} />
        </li>
      ))}
      <More
        q={q}
        kind={kind}
        cursor={group.nextCursor}
        left={left - group.items.length}
        thorough={thorough}
      />
    </>
  );
}

function More({ cursor, left, ...page }: Omit<PageProps, 'cursor'> & { cursor: string | null }) {
  const m = useMessages();
  const [open, setOpen] = useState(false);
  if (cursor === null || left <= 0) return null;
  if (open) return <Page {...page} cursor={cursor} left={left} />;
  return (
    <li>
      <Button look="link" data-result onKeyDown={pressInResults} onClick={() => setOpen(true)}>
        {m('search.more', { count: left })}
      </Button>
    </li>
  );
}

export interface GroupProps {
  readonly q: string;
  readonly group: SearchResult['groups'][number];
  /** The first group: its first result is what Enter opens. */
  readonly first: boolean;
  readonly thorough: boolean;
}

/** The results of one kind. */
export function Group({ q, group, first, thorough }: GroupProps) {
  const m = useMessages();
  const id = useId();
  const { kind, total, items, nextCursor } = group;
  return (
    <section className={css.group} aria-labelledby={id}>
      <header className={css.header}>
        <h2 id={id} className={css.heading}>
          {m(`search.${kind}`)}{' '}
          <span className={css.total}>{m('search.count', { count: total })}</span>
        </h2>
        {kind === 'articles' && total > 1 && (
          <Button
            look="link"
            onClick={() => {
              listFound(q);
              navigate({ name: 'articles' });
            }}
          >
            {m('search.inList')}
          </Button>
        )}
      </header>
      <ul aria-labelledby={id}>
        {items.map((item, index) => (
          <li key={item.id}>
            <Result kind={kind} item={item} first={first && index === 0} />
          </li>
        ))}
        <More
          q={q}
          kind={kind}
          cursor={nextCursor}
          left={total - items.length}
          thorough={thorough}
        />
      </ul>
    </section>
  );
}
